package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openchami.auth.config.Settings.KeySettings;
import org.openchami.auth.testing.clock.TestClock;

class PaceTest {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private final TestClock clock = TestClock.at(Instant.parse("2030-01-01T00:00:00Z"));

    private Pace every(Duration refresh) {
        return new Pace(new KeySettings(URI.create("http://hydra.test/"), refresh, PAUSE, Duration.ofHours(1), false, 1), clock);
    }

    @ParameterizedTest
    @CsvSource({"PT30S,PT30S", "PT60S,PT60S", "PT61S,PT60S", "P1D,PT60S", "PT5S,PT5S", "PT4S,PT5S", "PT0S,PT5S", ",PT60S"})
    void whatThePublisherSaysCountsBetweenTheFloorAndTheInterval(Duration maxAge, Duration pace) {
        Pace every = every(Duration.ofSeconds(60));
        every.begin();
        every.read(true, Optional.ofNullable(maxAge));

        clock.advance(pace.minusMillis(1));
        assertThat(every.due()).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(every.due()).isTrue();
    }

    @Test
    void anIntervalBelowTheFloorStays() {
        Pace every = every(Duration.ofSeconds(2));
        every.begin();
        every.read(true, Optional.of(Duration.ZERO));

        clock.advance(Duration.ofSeconds(2));

        assertThat(every.due()).isTrue();
    }

    @Test
    void theLastAnswerAloneCounts() {
        Pace every = every(Duration.ofSeconds(60));
        every.begin();
        every.read(true, Optional.of(Duration.ZERO));
        every.read(true, Optional.empty());

        clock.advance(Duration.ofSeconds(59));

        assertThat(every.due()).isFalse();
    }

    @Test
    void twoReadsAreAPauseApart() {
        Pace every = every(Duration.ofSeconds(60));
        assertThat(every.rest()).isZero();

        every.begin();
        assertThat(every.rest()).isEqualTo(PAUSE);
        clock.advance(Duration.ofMillis(600));
        assertThat(every.rest()).isEqualTo(Duration.ofMillis(400));
        clock.advance(Duration.ofMillis(400));
        assertThat(every.rest()).isZero();
    }

    @Test
    void theRestOfAPauseIsWhatATimerKnows() {
        Pace every = every(Duration.ofSeconds(60));
        every.begin();

        clock.advance(PAUSE.minusNanos(1));
        assertThat(every.rest()).isEqualTo(Duration.ofMillis(1));
        clock.advance(Duration.ofNanos(1));
        assertThat(every.rest()).isZero();
    }

    @Test
    void aClockThatIsSetBackMakesNoLongerPause() {
        Pace every = every(Duration.ofSeconds(60));
        every.begin();
        clock.advance(Duration.ofDays(-365));

        assertThat(every.rest()).isEqualTo(PAUSE);
        assertThat(every.due()).isTrue();
    }

    @Test
    void doubtHasItReadSooner() {
        Pace every = every(Duration.ofSeconds(60));
        every.begin();
        every.doubt();
        clock.advance(Duration.ofSeconds(1));

        assertThat(every.due()).isTrue();
    }
}
