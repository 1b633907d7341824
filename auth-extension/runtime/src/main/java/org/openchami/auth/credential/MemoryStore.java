package org.openchami.auth.credential;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps the identity as long as the process lives. */
final class MemoryStore implements IdentityStore {
    private final AtomicReference<StoredIdentity> identity = new AtomicReference<>();
    private final AtomicReference<Lock> holder = new AtomicReference<>();

    @Override
    public Optional<StoredIdentity> load() {
        return Optional.ofNullable(identity.get());
    }

    @Override
    public StoredIdentity create(StoredIdentity first) {
        return identity.compareAndSet(null, first) ? first : load().orElse(first);
    }

    @Override
    public void save(StoredIdentity next) {
        identity.set(next);
    }

    @Override
    public void clear() {
        identity.set(null);
    }

    @Override
    public Optional<Lock> tryLock() {
        Lock lock = new Lock() {
            @Override
            public void close() {
                holder.compareAndSet(this, null);
            }
        };
        return holder.compareAndSet(null, lock) ? Optional.of(lock) : Optional.empty();
    }
}
