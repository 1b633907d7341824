package org.openchami.auth.testing.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class TestClockTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void movesOnlyWhenMoved() {
        TestClock clock = TestClock.at(NOON);
        assertThat(clock.instant()).isEqualTo(NOON);
        clock.advance(Duration.ofSeconds(30));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(30));
        clock.set(NOON);
        assertThat(clock.instant()).isEqualTo(NOON);
    }
}
