package org.openchami.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.vertx.core.json.JsonArray;

class GoalTest {
    private static final Spread SPREAD = Spread.of(List.of(1.0, 1.5, 9.0));

    @Test
    void theMedianDecides() {
        assertThat(Goal.atMost("CPU", 1.5, "×", SPREAD).met()).isTrue();
        assertThat(Goal.atMost("CPU", 1.4, "×", SPREAD).met()).isFalse();
        assertThat(Goal.atLeast("requests", 1.5, "×", SPREAD).met()).isTrue();
        assertThat(Goal.atLeast("requests", 1.6, "×", SPREAD).met()).isFalse();
    }

    @Test
    void whatWasNotMeasuredIsNotMet() {
        Spread nothing = Spread.of(List.of(Double.NaN));
        assertThat(Goal.atMost("signatures", 0, "", nothing).met()).isFalse();
    }

    @Test
    void theReportSaysWhatWasNotReached() {
        Finding finding = new Finding("One", "figures\n", List.of(Goal.atMost("CPU", 1.4, "×", SPREAD)), new JsonArray());
        assertThat(new Report(Map.of("cpu", "one"), List.of(finding)).text())
                .contains("CPU", "≤ 1.40×", "1.50× (1–9)", "**not met**", "## One");
    }
}
