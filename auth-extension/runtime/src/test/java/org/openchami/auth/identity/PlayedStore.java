package org.openchami.auth.identity;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.openchami.auth.credential.IdentityStore;
import org.openchami.auth.credential.StoreException;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.secret.Secret;

/** A store that several processes share, that remembers what was written, and whose disk can be full. */
final class PlayedStore implements IdentityStore {
    final List<StoredIdentity> saves = new ArrayList<>();
    /** Called after each write. */
    Runnable written = () -> {};
    boolean full;
    private final AtomicReference<Lock> holder = new AtomicReference<>();
    private StoredIdentity stored;

    /** What another process has written. */
    void put(StoredIdentity identity) {
        stored = identity;
    }

    StoredIdentity content() {
        return stored;
    }

    @Override
    public Optional<StoredIdentity> load() {
        return Optional.ofNullable(stored);
    }

    @Override
    public StoredIdentity create(StoredIdentity identity) {
        save(identity);
        return identity;
    }

    @Override
    public void save(StoredIdentity identity) {
        if (full) {
            throw anyFailure();
        }
        stored = identity;
        saves.add(identity);
        written.run();
    }

    private static StoreException anyFailure() {
        try {
            IdentityStore.inFile(Path.of("bss.json"), Optional.of(Secret.of("no key")), Clock.systemUTC());
        } catch (StoreException e) {
            return e;
        }
        throw new AssertionError("a store was opened with a key that is none");
    }

    @Override
    public void clear() {
        stored = null;
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

    /** As the operating system does when a process dies. */
    void free() {
        holder.set(null);
    }
}
