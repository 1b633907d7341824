package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.openchami.auth.keys.KeyFeedException.Fault;

class OutageTest {
    private final TestTime time = new TestTime();
    private final Outage outage = new Outage(Duration.ofSeconds(60), time.around());

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
        time.advance(Duration.ofSeconds(7));
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
        time.advance(Duration.ofSeconds(10));

        assertThat(outage.hopeless(true)).contains(Duration.ofSeconds(20));
        assertThat(outage.stayAway()).contains(Duration.ofSeconds(20));
        time.advance(Duration.ofSeconds(20));
        assertThat(outage.stayAway()).isEmpty();
    }

    @Test
    void nobodyKeepsUsAwayLongerThanTheInterval() {
        failed(Duration.ofDays(30));

        assertThat(outage.stayAway()).contains(Duration.ofSeconds(60));
    }

    @Test
    void aClockThatIsSetBackKeepsNobodyAwayLonger() {
        failed(Duration.ofSeconds(30));
        time.setWall(Duration.ofHours(-1));
        assertThat(outage.stayAway()).contains(Duration.ofSeconds(30));

        time.advance(Duration.ofSeconds(30));
        assertThat(outage.stayAway()).isEmpty();
        assertThat(outage.hopeless(false)).isEmpty();
    }

    @Test
    void aClockThatIsSetForwardBringsNobodyBackSooner() {
        failed(Duration.ofSeconds(30));
        time.setWall(Duration.ofHours(1));

        assertThat(outage.stayAway()).contains(Duration.ofSeconds(30));
    }

    @Test
    void aGoodAnswerEndsIt() {
        failed(Duration.ofSeconds(30));
        outage.over();

        assertThat(outage.hopeless(false)).isEmpty();
    }
}
