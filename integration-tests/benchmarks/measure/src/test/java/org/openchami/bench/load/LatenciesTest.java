package org.openchami.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class LatenciesTest {
    private final Latencies latencies = new Latencies(200);

    @Test
    void aPercentileIsWhatSoManyDidNotExceed() {
        for (int i = 100; i > 0; i--) {
            latencies.add(200, i * 1_000_000L);
        }
        assertThat(latencies.percentile(99)).isEqualTo(99);
        assertThat(latencies.percentile(50)).isEqualTo(50);
        assertThat(latencies.percentile(100)).isEqualTo(100);
    }

    @Test
    void whatWasNotAnsweredIsCounted() {
        latencies.add(200, 1);
        latencies.add(401, 1);
        assertThat(latencies.unanswered()).isEqualTo(198);
        assertThat(latencies.statuses()).isEqualTo(Map.of(200, 1, 401, 1));
    }
}
