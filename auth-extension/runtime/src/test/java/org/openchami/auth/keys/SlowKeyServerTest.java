package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openchami.auth.authority.AuthorityClient;

/** A server of keys that takes 30 s for an answer, or for ever. */
class SlowKeyServerTest {
    /** The deadline, and what a busy machine may add: still less than such an answer takes. */
    private static final Duration DEADLINE = AuthorityClient.LIMIT.plusSeconds(20);
    private static final int CALLERS = 50;
    private final KeyServer keys = new KeyServer(Duration.ofMillis(1));

    @BeforeEach
    void slow() {
        assertThat(DEADLINE).isLessThan(Duration.ofSeconds(30));
        keys.server.hang();
    }

    @AfterEach
    void close() {
        keys.close();
    }

    private List<CompletableFuture<KeyLookup>> callers(String kid) {
        return IntStream.range(0, CALLERS).mapToObj(i -> keys.source.find(kid, "10.0.0." + i).subscribeAsCompletionStage()).toList();
    }

    private static void assertPutOff(List<CompletableFuture<KeyLookup>> callers) {
        assertThat(callers).allSatisfy(one -> assertThat(one).succeedsWithin(DEADLINE).isInstanceOf(KeyLookup.Unavailable.class));
    }

    @Test
    void nobodyWaitsForItBeyondTheDeadline() {
        assertPutOff(callers("new"));
    }

    @Test
    void nobodyWaitsForAnUnknownKeyBeyondTheDeadlineAndWhoNeedsNoneWaitsForNothing() {
        keys.server.wake();
        keys.hold("a");
        keys.server.hang();
        List<CompletableFuture<KeyLookup>> callers = callers("new");
        CompletableFuture<Void> all = CompletableFuture.allOf(callers.toArray(CompletableFuture[]::new)).orTimeout(DEADLINE.toSeconds(),
                TimeUnit.SECONDS);
        while (!all.isDone()) {
            assertThat(keys.source.find("a", "10.0.0.1").subscribeAsCompletionStage())
                    .isCompletedWithValueMatching(KeyLookup.Found.class::isInstance);
            LockSupport.parkNanos(1_000_000);
        }

        assertPutOff(callers);
    }
}
