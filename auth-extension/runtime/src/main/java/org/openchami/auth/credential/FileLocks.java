package org.openchami.auth.credential;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.openchami.auth.credential.IdentityStore.Lock;

/**
 * Locks that processes share through a file. The system frees the lock of a process that died; the file itself stays, for a new one in its place
 * would be another lock.
 */
final class FileLocks {
    /** Within a process the first to come is known here: POSIX lets go of a lock when any other channel to its file is closed. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private FileLocks() {}

    /** @return empty if somebody holds it */
    static Optional<Lock> tryLock(Path file) throws IOException {
        Path real = file.getParent().toRealPath().resolve(file.getFileName());
        if (!HELD.add(real)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(real, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // another class loader of this process has it
        } finally {
            if (!locked) {
                free(channel, real);
            }
        }
        return locked ? Optional.of(new Held(channel, real)) : Optional.empty();
    }

    private static void free(FileChannel channel, Path file) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // a channel that can't be closed is closed
        } finally {
            HELD.remove(file);
        }
    }

    private record Held(FileChannel channel, Path file) implements Lock {
        @Override
        public void close() {
            if (channel.isOpen()) {
                free(channel, file);
            }
        }
    }
}
