package org.openchami.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that saves identities without pause, ended at random moments. What this proves: whenever a process dies, its last acknowledged identity or
 * the one it was saving is there, whole. What it can't prove, for the kernel lives on: anything about a loss of power. {@link StoreCrashTest} has the
 * order of writes that a disk needs for that.
 */
class StoreKillTest {
    private static final int KILLS = 20;
    private static final int STOPS = 1_100;
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(8);

    @TempDir
    Path folder;

    private final Random random = new Random();
    private Path file;
    private IdentityStore store;

    @BeforeEach
    void open() {
        assumeTrue(Files.exists(Path.of("/proc/self/task")), "the states of threads are read from /proc");
        file = folder.resolve("bss.json");
        store = IdentityStore.inFile(file, Optional.empty(), Clock.systemUTC());
    }

    private void pause() {
        LockSupport.parkNanos(random.nextLong(LONGEST_NANOS));
    }

    private int stored() {
        return StoreWriter.number(store.load().orElseThrow(() -> new AssertionError("the identity is lost")));
    }

    private void nothingWasSetAside() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files).noneMatch(path -> path.toString().contains("damaged"));
        }
    }

    /** A process stopped at some moment has done exactly what it would have done if killed then; and it can be stopped again. */
    @Test
    void aWriterStoppedAt1100RandomMomentsLeavesTheLastIdentityOrTheNextEachTime() throws Exception {
        try (WriterProcess writer = new WriterProcess(file)) {
            writer.awaitFirst();
            for (int stop = 0; stop < STOPS; stop++) {
                pause();
                writer.stop();
                int saved = writer.saved();
                assertThat(stored()).isBetween(saved, saved + 1);
                writer.go();
            }
        }
        nothingWasSetAside();
    }

    @Test
    void aWriterKilledAt20RandomMomentsLeavesTheLastIdentityOrTheNextAndItsLockIsFree() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            try (WriterProcess writer = new WriterProcess(file)) {
                writer.awaitFirst();
                assertThat(store.tryLock()).isEmpty();
                pause();
                writer.kill();
                int saved = writer.saved();
                assertThat(stored()).isBetween(saved, saved + 1);
            }
            try (IdentityStore.Lock lock = store.tryLock().orElseThrow()) {
                assertThat(lock).isNotNull();
            }
        }
        nothingWasSetAside();
    }

    @Test
    void whatTheKilledLeftBehindIsRemovedLater() throws Exception {
        try (WriterProcess writer = new WriterProcess(file)) {
            writer.awaitFirst();
            writer.kill();
        }
        Files.createFile(folder.resolve("next-1.json"));
        IdentityStore.inFile(file, Optional.empty(), Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2))).load();

        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("bss.json", "bss.lock");
        }
    }
}
