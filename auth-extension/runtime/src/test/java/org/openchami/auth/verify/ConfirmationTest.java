package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

class ConfirmationTest {
    private static final String THUMBPRINT = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";

    private static Optional<Confirmation> of(String cnf) throws IOException {
        return Confirmation.of(new ObjectMapper().readTree("{\"cnf\":" + cnf + "}"));
    }

    @Test
    void aTokenThatSaysNothingIsBoundToNothing() throws IOException {
        assertThat(Confirmation.of(new ObjectMapper().readTree("{}"))).contains(new Confirmation(Optional.empty(), Optional.empty()));
    }

    @Test
    void aKeysThumbprintIsRead() throws IOException {
        assertThat(of("{\"jkt\":\"" + THUMBPRINT + "\"}")).contains(new Confirmation(Optional.of(THUMBPRINT), Optional.empty()));
    }

    @Test
    void aCertificatesThumbprintIsRead() throws IOException {
        assertThat(of("{\"x5t#S256\":\"" + THUMBPRINT + "\"}")).contains(new Confirmation(Optional.empty(), Optional.of(THUMBPRINT)));
    }

    @Test
    void bothAreRead() throws IOException {
        assertThat(of("{\"jkt\":\"" + THUMBPRINT + "\",\"x5t#S256\":\"" + THUMBPRINT + "\",\"other\":1}"))
                .contains(new Confirmation(Optional.of(THUMBPRINT), Optional.of(THUMBPRINT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "[]", "\"x\"", "1", "{\"kid\":\"x\"}", "{\"jwk\":{}}",
            "{\"JKT\":\"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I\"}"})
    void whatCantBeCheckedIsRefused(String cnf) throws IOException {
        assertThat(of(cnf)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "1", "null", "[\"x\"]", "\"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4\"",
            "\"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I=\"", "\"0ZcOCORZNYy+DWpqq30jZyJGHTN0d2HglBV3uiguA4I\""})
    void aThumbprintThatIsNoneIsRefused(String value) throws IOException {
        assertThat(of("{\"jkt\":" + value + "}")).isEmpty();
        assertThat(of("{\"x5t#S256\":" + value + "}")).isEmpty();
        assertThat(of("{\"jkt\":" + value + ",\"x5t#S256\":\"" + THUMBPRINT + "\"}")).isEmpty();
    }
}
