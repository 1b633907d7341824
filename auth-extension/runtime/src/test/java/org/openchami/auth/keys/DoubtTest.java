package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class DoubtTest {
    private static final Duration REFRESH = Duration.ofSeconds(60);
    private final Doubt doubt = new Doubt();

    @Test
    void withoutAReasonTheSetIsReadAtItsPace() {
        assertThat(doubt.pace(REFRESH)).isEqualTo(REFRESH);
    }

    @Test
    void aReasonHasItReadAtOnce() {
        doubt.raise();

        assertThat(doubt.pace(REFRESH)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aReadSettlesIt() {
        doubt.raise();
        doubt.settle(false);

        assertThat(doubt.pace(REFRESH)).isEqualTo(REFRESH);
    }

    @Test
    void connectionsThatAlwaysEndDoNotHaveItReadMoreOftenForEver() {
        for (int i = 0; i < 100; i++) {
            doubt.raise();
            assertThat(doubt.pace(REFRESH)).isEqualTo(i < 6 ? Duration.ofSeconds(1L << i) : REFRESH);
            doubt.settle(false);
        }
    }

    @Test
    void aReasonThatWasRightOrAQuietTimeIsForgottenAsAMistake() {
        doubt.raise();
        doubt.settle(false);
        doubt.raise();
        doubt.settle(true);
        doubt.raise();
        assertThat(doubt.pace(REFRESH)).isEqualTo(Duration.ofSeconds(1));

        doubt.settle(false);
        doubt.settle(false);
        doubt.raise();
        assertThat(doubt.pace(REFRESH)).isEqualTo(Duration.ofSeconds(1));
    }
}
