package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortLifeTest {
    private static final Duration SPAN = Duration.ofMinutes(10);
    private final SimTime time = new SimTime();

    @ParameterizedTest
    @ValueSource(ints = {10, 2, 1})
    void aShortLifeIsNoHotLoop(int seconds) {
        TimedToken token = new TimedToken(time, Duration.ofSeconds(seconds), 1);
        token.callsThatWait(SPAN);

        assertThat(token.asked).hasSizeLessThanOrEqualTo((int) (SPAN.toSeconds() / (0.75 * seconds)) + 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 2, 1})
    void aShortLifeServesNoEndedTokenAndLetsTheFirstCallWaitAlone(int seconds) {
        TimedToken token = new TimedToken(time, Duration.ofSeconds(seconds), 1);

        assertThat(token.callsThatWait(SPAN)).isLessThanOrEqualTo(1);
    }
}
