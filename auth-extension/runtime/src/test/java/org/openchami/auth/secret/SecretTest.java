package org.openchami.auth.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void itsTextIsMasked() {
        assertThat(Secret.of("correct horse")).hasToString("***");
    }

    @Test
    void itsValueIsKept() {
        assertThat(Secret.of("correct horse").reveal()).isEqualTo("correct horse");
    }

    @Test
    void nothingIsNoSecret() {
        assertThatNullPointerException().isThrownBy(() -> Secret.of(null));
    }
}
