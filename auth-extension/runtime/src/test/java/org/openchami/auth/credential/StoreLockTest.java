package org.openchami.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreLockTest {
    @TempDir
    Path folder;

    private IdentityStore store;
    private IdentityStore other;

    @BeforeEach
    void open() {
        store = IdentityStore.inFile(folder.resolve("auth").resolve("bss.json"), Optional.empty(), Clock.systemUTC());
        other = IdentityStore.inFile(folder.resolve("auth").resolve("bss.json"), Optional.empty(), Clock.systemUTC());
    }

    @Test
    void twoStoresOfOneFileShareOneLock() {
        IdentityStore.Lock lock = store.tryLock().orElseThrow();
        assertThat(store.tryLock()).isEmpty();
        assertThat(other.tryLock()).isEmpty();

        lock.close();
        other.tryLock().orElseThrow().close();
    }

    @Test
    void closingALockTwiceDoesNotFreeTheNextHolders() {
        IdentityStore.Lock first = store.tryLock().orElseThrow();
        first.close();
        IdentityStore.Lock second = other.tryLock().orElseThrow();
        first.close();

        assertThat(store.tryLock()).isEmpty();
        second.close();
    }

    @Test
    void anotherServiceInTheSameFolderHasALockOfItsOwn() {
        IdentityStore smd = IdentityStore.inFile(folder.resolve("auth").resolve("smd.json"), Optional.empty(), Clock.systemUTC());
        IdentityStore.Lock lock = store.tryLock().orElseThrow();

        smd.tryLock().orElseThrow().close();
        lock.close();
    }

    @Test
    void theHolderLoadsAndSaves() {
        IdentityStore.Lock lock = store.tryLock().orElseThrow();
        store.save(IdentityOf.fresh());

        assertThat(store.load()).isPresent();
        assertThat(other.tryLock()).isEmpty();
        lock.close();
    }

    @Test
    void anotherProcessHoldsItUntilItEnds() throws Exception {
        try (WriterProcess writer = new WriterProcess(folder.resolve("auth").resolve("bss.json"))) {
            writer.awaitFirst();
            assertThat(store.tryLock()).isEmpty();
            writer.kill();
        }
        store.tryLock().orElseThrow().close();
    }

    @Test
    void theLockFileIsTheOwnersAlone() throws Exception {
        store.tryLock().orElseThrow().close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("auth").resolve("bss.lock"))))
                .isEqualTo("rw-------");
    }

    @Test
    void ofManyThatTryAtOnceOneHasIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            CountDownLatch start = new CountDownLatch(1);
            var tries = IntStream.range(0, 8).<Future<Optional<IdentityStore.Lock>>>mapToObj(thread -> threads.submit(() -> {
                start.await();
                return (thread % 2 == 0 ? store : other).tryLock();
            })).toList();
            start.countDown();
            int held = 0;
            for (Future<Optional<IdentityStore.Lock>> attempt : tries) {
                held += attempt.get().isPresent() ? 1 : 0;
            }
            assertThat(held).isEqualTo(1);
            assertThat(other.tryLock()).isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }
}
