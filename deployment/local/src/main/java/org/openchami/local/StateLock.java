package org.openchami.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held by the one run that uses the state folder; the operating system releases it when that run ends, however it ends. */
record StateLock(FileLock lock) {

    /** @throws LocalFailure if another run holds it */
    static StateLock take(Path folder) {
        try {
            FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new LocalFailure("A local run is up already (its addresses are in " + folder.resolve("env") + "). End it first.");
            }
            return new StateLock(lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void release() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
