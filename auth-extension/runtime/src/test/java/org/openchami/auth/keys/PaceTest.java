package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openchami.auth.config.Settings.KeySettings;

class PaceTest {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private final TestTime time = new TestTime();

    private Pace every(Duration refresh) {
        return new Pace(new KeySettings(URI.create("http://hydra.test/"), refresh, PAUSE, Duration.ofHours(1), false, 1), time.around());
    }

    @ParameterizedTest
    @CsvSource({"PT30S,PT30S", "PT60S,PT60S", "PT61S,PT60S", "P1D,PT60S", "PT5S,PT5S", "PT4S,PT5S", "PT0S,PT5S", ",PT60S"})
    void whatThePublisherSaysCountsBetweenTheFloorAndTheInterval(Duration maxAge, Duration pace) {
        Pace every = every(Duration.ofSeconds(60));
        every.begin();
        every.read(true, Optional.ofNullable(maxAge));

        time.advance(pace.minusMillis(1));
        assertThat(every.due()).isFalse();
        time.advance(Duration.ofMillis(1));
        assertThat(every.due()).isTrue();
    }

    @Test
    void anIntervalBelowTheFloorStays() {
        Pace every = every(Duration.ofSeconds(2));
        every.begin();
        every.read(true, Optional.of(Duration.ZERO));

        time.advance(Duration.ofSeconds(2));

        assertThat(every.due()).isTrue();
    }

    @Test
    void theLastAnswerAloneCounts() {
        Pace every = every(Duration.ofSeconds(60));
        every.begin();
        every.read(true, Optional.of(Duration.ZERO));
        every.read(true, Optional.empty());

        time.advance(Duration.ofSeconds(59));

        assertThat(every.due()).isFalse();
    }

    @Test
    void twoReadsAreAPauseApart() {
        Pace every = every(Duration.ofSeconds(60));
        assertThat(every.rest()).isZero();

        every.begin();
        assertThat(every.rest()).isEqualTo(PAUSE);
        time.advance(Duration.ofMillis(600));
        assertThat(every.rest()).isEqualTo(Duration.ofMillis(400));
        time.advance(Duration.ofMillis(400));
        assertThat(every.rest()).isZero();
    }

    @Test
    void theRestOfAPauseIsWhatATimerKnows() {
        Pace every = every(Duration.ofSeconds(60));
        every.begin();

        time.advance(PAUSE.minusNanos(1));
        assertThat(every.rest()).isEqualTo(Duration.ofMillis(1));
        time.advance(Duration.ofNanos(1));
        assertThat(every.rest()).isZero();
    }

    @Test
    void aClockThatIsSetBackChangesNoPause() {
        Pace every = every(Duration.ofSeconds(60));
        every.begin();
        time.setWall(Duration.ofDays(-365));
        assertThat(every.rest()).isEqualTo(PAUSE);

        time.advance(PAUSE);
        assertThat(every.rest()).isZero();
        assertThat(every.due()).isFalse();
        time.advance(Duration.ofSeconds(59));
        assertThat(every.due()).isTrue();
    }

    @Test
    void aClockThatIsSetForwardChangesNoPauseAndHasItReadSoonerOnce() {
        Pace every = every(Duration.ofSeconds(60));
        every.begin();
        time.setWall(Duration.ofHours(1));
        assertThat(every.rest()).isEqualTo(PAUSE);
        assertThat(every.due()).isTrue();

        every.begin();
        time.advance(Duration.ofSeconds(59));
        assertThat(every.due()).isFalse();
    }

    @Test
    void aMachineThatSleptReadsWhenItWakes() {
        Pace every = every(Duration.ofSeconds(60));
        every.begin();
        time.sleep(Duration.ofHours(8));

        assertThat(every.due()).isTrue();
    }

    @Test
    void aClockThatStandsStillHoldsNothingUp() {
        Pace every = every(Duration.ofSeconds(60));
        every.begin();
        time.advanceUnseen(Duration.ofSeconds(60));

        assertThat(every.rest()).isZero();
        assertThat(every.due()).isTrue();
    }

    @Test
    void doubtHasItReadSooner() {
        Pace every = every(Duration.ofSeconds(60));
        every.begin();
        every.doubt();
        time.advance(Duration.ofSeconds(1));

        assertThat(every.due()).isTrue();
    }
}
