package org.openchami.auth.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

import org.openchami.auth.credential.IdentityStore;
import org.openchami.auth.credential.StoredIdentity;

/** A store that outlives the process, and whose disk can be full. */
final class SimStore implements IdentityStore {
    private static final Duration A_MOMENT = Duration.ofMillis(10);

    private StoredIdentity stored;
    private Object owner;
    private final SimTime time;
    private final SimSaidOnce once;
    private Duration fullSince = Duration.ZERO;
    private boolean full;
    /** Which process is calling. */
    Object user;

    SimStore(SimTime time, SimSaidOnce once) {
        this.time = time;
        this.once = once;
    }

    void fill(boolean now) {
        full = now;
        fullSince = time.now();
    }

    /** Or might have been, a moment ago. */
    boolean mayBeWritten() {
        return !full || time.now().minus(fullSince).compareTo(A_MOMENT) < 0;
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
        if (stored == null) {
            save(identity);
        }
        return stored;
    }

    @Override
    public void save(StoredIdentity identity) {
        if (full) {
            throw new UncheckedIOException(new IOException("no space left on device"));
        }
        stored = identity;
        once.stored(identity);
    }

    @Override
    public void clear() {
        stored = null;
    }

    @Override
    public Optional<Lock> tryLock() {
        if (owner != null) {
            return Optional.empty();
        }
        Object mine = user;
        owner = mine;
        return Optional.of(() -> unlock(mine));
    }

    /** As the operating system does when a process dies. */
    void unlock(Object process) {
        if (owner == process) {
            owner = null;
        }
    }
}
