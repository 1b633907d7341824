package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Key ids that nobody has, as many as an attacker likes. */
class KeySourceFloodTest {
    /** So long that the machine's speed can't end it within a test; the clock stands still unless it is moved. */
    private final KeyServer slow = new KeyServer(Duration.ofHours(1));
    private final KeyServer quick = new KeyServer(Duration.ofMillis(5));

    @AfterEach
    void close() {
        slow.close();
        quick.close();
    }

    private static Stream<CompletionStage<KeyLookup>> junk(KeyServer keys, int count) {
        return IntStream.range(0, count).parallel()
                .mapToObj(i -> keys.source.find("junk-" + i, "10.0.0.1").subscribe().asCompletionStage());
    }

    @Test
    void junkCausesNoReadBeforeThePauseIsOver() {
        slow.hold("a");

        junk(slow, 200).toList();

        assertThat(slow.server.requests()).hasSize(1);
    }

    @Test
    void junkCausesOneReadWhenThePauseIsOver() {
        slow.hold("a");
        slow.time.advance(Duration.ofHours(2));

        slow.source.find("junk", "10.0.0.1").await().atMost(Duration.ofSeconds(30));
        long read = slow.server.requests().size();
        junk(slow, 200).toList();

        assertThat(read).isEqualTo(2);
        assertThat(slow.server.requests()).hasSize(2);
    }

    @Test
    void twoHundredAtOnceShareTwoReads() {
        try (KeyServer keys = new KeyServer(Duration.ofSeconds(1))) {
            keys.hold("a");
            keys.server.hang();
            List<CompletionStage<KeyLookup>> answers = junk(keys, 200).toList();
            keys.server.wake();

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer).succeedsWithin(Duration.ofSeconds(30)).isInstanceOf(KeyLookup.Unknown.class));
            assertThat(keys.server.requests()).hasSizeLessThanOrEqualTo(1 + 2);
        }
    }

    @Test
    void anAddressThatAnswersBadlyIsAskedNoMoreOften() {
        slow.server.answer(500, "");
        slow.find("first");

        junk(slow, 200).toList();

        assertThat(slow.server.requests()).hasSize(1);
    }

    @Test
    void aKnownKeyIsServedDuringTheFlood() {
        slow.hold("a");
        junk(slow, 200).toList();

        assertThat(slow.source.find("a", "10.0.0.1").subscribe().asCompletionStage()).isCompleted();
    }

    @Test
    void aRealNewKeyIsFoundDuringTheFlood() throws InterruptedException {
        quick.hold("a");
        AtomicBoolean on = new AtomicBoolean(true);
        Thread flood = new Thread(() -> {
            while (on.get()) {
                quick.source.find(UUID.randomUUID().toString(), "10.0.0.1").await().atMost(Duration.ofSeconds(30));
            }
        });
        flood.start();
        try {
            for (int i = 0; i < 50; i++) {
                quick.publish("new-" + i);
                assertThat(quick.find("new-" + i)).isInstanceOf(KeyLookup.Found.class);
            }
        } finally {
            on.set(false);
            flood.join();
        }
    }

    @Test
    void aFloodFromOneAddressLeavesTheCallerOfAnotherItsAnswer() {
        try (KeyServer keys = new KeyServer(Duration.ofMillis(5))) {
            keys.hold("a");
            keys.server.hang();
            List<CompletionStage<KeyLookup>> flood = junk(keys, 10_000).toList();
            CompletionStage<KeyLookup> caller = keys.source.find("new", "10.0.0.2").subscribe().asCompletionStage();
            keys.publish("a", "new");
            keys.server.wake();

            assertThat(caller).succeedsWithin(Duration.ofSeconds(30)).isInstanceOf(KeyLookup.Found.class);
            assertThat(flood).filteredOn(one -> one.toCompletableFuture().join() instanceof KeyLookup.Unavailable)
                    .hasSize(10_000 - KeyServer.MOST + 1);
        }
    }

    @Test
    void whoWaitsForOneIssuerTakesNobodysPlaceAtAnotherThoughBothAskFromOneAddress() {
        WaitingRoom room = new WaitingRoom(KeyServer.MOST, Runnable::run);
        try (KeyServer hung = new KeyServer(Duration.ofMillis(5), "one", room);
                KeyServer well = new KeyServer(Duration.ofMillis(5), "two", room)) {
            hung.server.hang();
            junk(hung, 10_000).toList();
            well.publish("a");

            assertThat(well.find("a")).isInstanceOf(KeyLookup.Found.class);
        }
    }
}
