package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldTokenClockTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private final SimTime time = new SimTime();
    private final TimedToken token = new TimedToken(time, HOUR, 1);

    @BeforeEach
    void held() {
        token.start();
        time.run(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {-60, -10, -1, 1, 10, 60})
    void aClockThatIsSetServesNoEndedTokenAndLetsOneCallWaitAtMost(int minutes) {
        time.setWall(Duration.ofMinutes(minutes));

        assertThat(token.callsThatWait(Duration.ofHours(2))).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-60, 60})
    void aClockThatIsSetCostsOneRequestMoreAtMost(int minutes) {
        time.setWall(Duration.ofMinutes(minutes));
        token.callsThatWait(Duration.ofHours(2));

        assertThat(token.asked).hasSizeBetween(3, 4);
    }

    @Test
    void aClockThatIsSetForwardAndBackIsNoHotLoop() {
        for (int i = 0; i < 20; i++) {
            time.setWall(i % 2 == 0 ? HOUR : HOUR.negated());
            token.callsThatWait(Duration.ofMinutes(1));
        }

        assertThat(token.asked).hasSizeLessThanOrEqualTo(1 + 20);
    }

    @Test
    void aClockThatStaysWhereItWasSetIsAskedAtTheUsualPace() {
        time.setWall(HOUR);
        token.callsThatWait(Duration.ofHours(8));

        assertThat(token.asked).hasSizeLessThanOrEqualTo(2 + 8 * 100 / 75 + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-60, -10, 0})
    void aClockThatIsSetBackDoesNotProlongALife(int minutes) {
        time.setWall(Duration.ofMinutes(minutes));
        token.away = true;
        time.run(HOUR.minusSeconds(10));
        assertThat(token.served()).isTrue();

        time.run(HOUR);

        assertThat(token.served()).isFalse();
    }
}
