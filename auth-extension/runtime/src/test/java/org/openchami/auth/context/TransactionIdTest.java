package org.openchami.auth.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.openchami.auth.testing.clock.TestClock;

class TransactionIdTest {
    private final TestClock clock = TestClock.at(Instant.parse("2030-01-01T00:00:00Z"));
    private final TransactionId ids = new TransactionId(clock);

    @Test
    void itIsAUuidOfVersion7() {
        UUID id = UUID.fromString(ids.next());

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void itHoldsTheTimeInMilliseconds() {
        assertThat(UUID.fromString(ids.next()).getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
    }

    @Test
    void itSortsByTime() {
        String before = ids.next();
        for (int i = 0; i < 1_000; i++) {
            clock.advance(Duration.ofMillis(1));
            String after = ids.next();
            assertThat(after).isGreaterThan(before);
            before = after;
        }
    }

    @Test
    void noTwoAreTheSameThoughTheClockStands() {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            all.add(ids.next());
        }

        assertThat(all).hasSize(10_000);
    }

    @Test
    void itLooksLikeOneOfOurs() {
        assertThat(TransactionId.valid(ids.next())).isTrue();
        assertThat(TransactionId.valid(UUID.randomUUID().toString())).isFalse();
        assertThat(TransactionId.valid(null)).isFalse();
    }
}
