package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRefusedExceptionTest {

    @Test
    void itSaysWhatTheAuthoritySaid() {
        assertThat(TokenRefusedException.of("{\"error\":\"invalid_scope\",\"error_description\":\"not allowed\"}"))
                .hasMessage("invalid_scope: not allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\":\"invalid_client\"}",
            "{\"error\":\"invalid_request\",\"error_description\":\"no key with kid abc\"}"})
    void anErrorThatDoubtsOurClientOrKeyIsAReasonToLook(String body) {
        assertThat(TokenRefusedException.of(body).asksWhoWeAre()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\":\"invalid_scope\"}", "{\"error\":\"server_error\"}", "{\"error\":\"invalid_request\"}", "{}"})
    void anotherErrorIsNone(String body) {
        assertThat(TokenRefusedException.of(body).asksWhoWeAre()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "null", "{\"error\":{}}", "{\"error\":7,\"error_description\":[]}", "{"})
    void whatIsNoOAuthErrorIsARefusalAllTheSame(String body) {
        assertThat(TokenRefusedException.of(body).asksWhoWeAre()).isFalse();
    }
}
