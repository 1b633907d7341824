package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {
    private static final Backoff LEAST = new Backoff(() -> 0);
    private static final Backoff MOST = new Backoff(() -> Math.nextDown(1.0));

    @ParameterizedTest
    @CsvSource({"1,500,1000", "2,1000,2000", "3,2000,4000", "4,2500,5000", "5,2500,5000"})
    void aPauseIsTwiceTheLastAndSpreadByHalf(int failures, long least, long most) {
        assertThat(LEAST.after(failures, Optional.empty())).isEqualTo(Duration.ofMillis(least));
        assertThat(MOST.after(failures, Optional.empty())).isBetween(Duration.ofMillis(most - 1), Duration.ofMillis(most));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 17, 31, 32, 63, 64, 65, 1_000, Integer.MAX_VALUE})
    void aLaterPauseIsBetweenHalfTheLongestAndTheLongest(int failures) {
        assertThat(LEAST.after(failures, Optional.empty())).isEqualTo(Duration.ofMillis(2_500));
        assertThat(MOST.after(failures, Optional.empty())).isBetween(Duration.ofMillis(4_999), Duration.ofSeconds(5));
    }

    @Test
    void afterARefusalThatSomebodyMustMendThePauseIsALongOneAtOnce() {
        assertThat(LEAST.afterRefusal()).isEqualTo(Duration.ofMillis(2_500));
        assertThat(MOST.afterRefusal()).isBetween(Duration.ofMillis(4_999), Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 300, 3_600, 86_400})
    void aRenewalIsBetween75And80PercentOfALife(long seconds) {
        Duration life = Duration.ofSeconds(seconds);

        assertThat(LEAST.renewal(life)).isEqualTo(Duration.ofMillis(seconds * 750));
        assertThat(MOST.renewal(life)).isBetween(Duration.ofMillis(seconds * 750), Duration.ofMillis(seconds * 800));
    }
}
