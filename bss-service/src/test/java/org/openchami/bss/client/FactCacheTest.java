package org.openchami.bss.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.openchami.bss.testing.TestClock;

import io.smallrye.mutiny.Uni;

class FactCacheTest {
    private final TestClock clock = new TestClock();
    private final FactCache<String, String> cache = new FactCache<>(new Limits(), clock);
    private final AtomicInteger asked = new AtomicInteger();

    record Limits(Duration ttl, Duration unknownTtl, Duration failurePause, Duration stale, int maximum) implements NodesConfig {
        Limits() {
            this(Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofHours(24), 100);
        }
    }

    private Optional<String> get(String answer) {
        return cache.get("key", key -> {
            asked.incrementAndGet();
            return Uni.createFrom().item(Optional.ofNullable(answer));
        }).await().atMost(Duration.ofSeconds(10));
    }

    private Optional<String> getWhileFailing() {
        return cache.get("key", key -> {
            asked.incrementAndGet();
            return Uni.createFrom().failure(new IllegalStateException("down"));
        }).await().atMost(Duration.ofSeconds(10));
    }

    @Test
    void aFactIsUsedForItsTime() {
        get("fact");
        clock.advance(Duration.ofSeconds(59));
        assertThat(get("other")).contains("fact");
    }

    @Test
    void aFactIsAskedForAgainAfterItsTime() {
        get("fact");
        clock.advance(Duration.ofSeconds(60));
        assertThat(get("other")).contains("other");
    }

    @Test
    void thatSomethingIsUnknownIsForgottenSooner() {
        get(null);
        clock.advance(Duration.ofSeconds(5));
        assertThat(get("fact")).contains("fact");
    }

    @Test
    void aFailureDoesNotEmptyIt() {
        get("fact");
        clock.advance(Duration.ofHours(23));
        assertThat(getWhileFailing()).contains("fact");
    }

    @Test
    void afterAFailureThereIsAPause() {
        get("fact");
        clock.advance(Duration.ofMinutes(2));
        getWhileFailing();
        getWhileFailing();
        assertThat(asked).hasValue(2);
    }

    @Test
    void afterThePauseItIsAskedAgain() {
        get("fact");
        clock.advance(Duration.ofMinutes(2));
        getWhileFailing();
        clock.advance(Duration.ofSeconds(2));
        assertThat(get("other")).contains("other");
    }

    @Test
    void repeatedFailuresDoNotMakeAFactYounger() {
        get("fact");
        clock.advance(Duration.ofHours(23));
        getWhileFailing();
        clock.advance(Duration.ofHours(1));
        assertThatThrownBy(this::getWhileFailing).hasMessage("down");
    }

    @Test
    void aFailureWithoutAFactIsAFailure() {
        assertThatThrownBy(this::getWhileFailing).hasMessage("down");
        assertThatThrownBy(this::getWhileFailing).hasMessage("down");
        assertThat(asked).hasValue(1);
    }

    @Test
    void anEmptyAnswerRemovesAFact() {
        get("fact");
        clock.advance(Duration.ofMinutes(2));
        assertThat(get(null)).isEmpty();
        clock.advance(Duration.ofMinutes(2));
        assertThatThrownBy(this::getWhileFailing).hasMessage("down");
    }

    @Test
    void manyWhoAskAtOnceAskOnce() {
        CompletableFuture<Optional<String>> slow = new CompletableFuture<>();
        Uni<Optional<String>> first = cache.get("key", key -> {
            asked.incrementAndGet();
            return Uni.createFrom().completionStage(slow);
        });
        CompletableFuture<Optional<String>> one = first.subscribeAsCompletionStage();
        CompletableFuture<Optional<String>> two = cache.get("key", key -> {
            asked.incrementAndGet();
            return Uni.createFrom().nullItem();
        }).subscribeAsCompletionStage();
        slow.complete(Optional.of("fact"));
        assertThat(one.join()).contains("fact");
        assertThat(two.join()).contains("fact");
        assertThat(asked).hasValue(1);
    }
}
