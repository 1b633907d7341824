package org.openchami.auth.credential;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

import org.openchami.auth.secret.Secret;

/**
 * Keeps the identity. All of it blocks; each write is whole or not at all, whenever the process or the machine dies. Every failure is a
 * {@code StoreException} that names the place and the cure, and nothing of the content.
 */
public interface IdentityStore {

    /**
     * In a file of this service alone.
     *
     * @param file {@code <service>.json}; its folder is made where it is missing
     * @param key 256 bits in base64 that the file is encrypted with
     * @throws StoreException if it is no such key
     */
    static IdentityStore inFile(Path file, Optional<Secret> key, Clock clock) {
        return new IdentityFile(file, key, clock);
    }

    /** In this process: each start begins anew. */
    static IdentityStore inMemory() {
        return new MemoryStore();
    }

    /** What is stored; what can't be read for its damage is set aside, never overwritten, and counts as nothing. */
    Optional<StoredIdentity> load();

    /** Stores the first identity. If another process was quicker, its identity is ours, too: it is what comes back. */
    StoredIdentity create(StoredIdentity identity);

    /** Replaces what is stored. */
    void save(StoredIdentity identity);

    /** Forgets it all. */
    void clear();

    /**
     * Takes the one lock that all processes with this store share, if it is free: whoever holds it may change the registration.
     *
     * @return the lock, to be closed; empty if another process or another caller of this one holds it
     */
    Optional<Lock> tryLock();

    /** Held by one at a time. Closing it never fails, and closing it again does nothing. */
    interface Lock extends AutoCloseable {
        @Override
        void close();
    }
}
