package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.openchami.auth.keys.KeyFeedException.Fault;
import org.openchami.auth.testing.clock.TestClock;

class OutageTest {
    private final TestClock clock = TestClock.at(Instant.parse("2030-01-01T00:00:00Z"));
    private final Outage outage = new Outage(Duration.ofSeconds(60), clock);

    private void failed(Duration retryAfter) {
        outage.failed(new KeyFeedException(Fault.NO_KEY_SET, "here", "HTTP 503", Optional.ofNullable(retryAfter)));
    }

    @Test
    void withoutAFailureThereIsHope() {
        assertThat(outage.hopeless(false)).isEmpty();
        assertThat(outage.stayAway()).isEmpty();
    }

    @Test
    void withoutKeysAFailureIsRememberedForAWhile() {
        failed(null);

        assertThat(outage.hopeless(false)).isPresent();
        clock.advance(Duration.ofSeconds(7));
        assertThat(outage.hopeless(false)).isEmpty();
    }

    @Test
    void withKeysANewOneIsAskedForAllTheSame() {
        failed(null);

        assertThat(outage.hopeless(true)).isEmpty();
    }

    @Test
    void whoAsksUsToStayAwayIsObeyed() {
        failed(Duration.ofSeconds(30));
        clock.advance(Duration.ofSeconds(10));

        assertThat(outage.hopeless(true)).contains(Duration.ofSeconds(20));
        assertThat(outage.stayAway()).contains(Duration.ofSeconds(20));
        clock.advance(Duration.ofSeconds(20));
        assertThat(outage.stayAway()).isEmpty();
    }

    @Test
    void nobodyKeepsUsAwayLongerThanTheInterval() {
        failed(Duration.ofDays(30));

        assertThat(outage.stayAway()).contains(Duration.ofSeconds(60));
    }

    @Test
    void aClockThatWasSetBackKeepsNobodyAway() {
        failed(Duration.ofSeconds(30));
        clock.advance(Duration.ofHours(-1));

        assertThat(outage.hopeless(false)).isEmpty();
    }

    @Test
    void aGoodAnswerEndsIt() {
        failed(Duration.ofSeconds(30));
        outage.over();

        assertThat(outage.hopeless(false)).isEmpty();
    }
}
