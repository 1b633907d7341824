package org.openchami.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenEvidenceTest {

    @ParameterizedTest
    @CsvSource({"401, invalid_client", "400, invalid_client", "401, unauthorized_client", "400, invalid_grant"})
    void aProofThatWasNotTaken(int status, String error) {
        assertThat(TokenEvidence.of(status, error, "")).isEqualTo(TokenEvidence.INVALID_CLIENT);
    }

    @ParameterizedTest
    @CsvSource({"400, invalid_scope", "400, unauthorized_client", "400, unsupported_grant_type", "400, invalid_target",
            "403, access_denied", "403, invalid_scope"})
    void somethingThatIsNotOurs(int status, String error) {
        assertThat(TokenEvidence.of(status, error, "")).isEqualTo(TokenEvidence.NOT_ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({"503, invalid_client", "500, error", "500, server_error", "429, invalid_client", "404, invalid_client",
            "302, invalid_scope",
            "401, ''", "401, invalid_token", "403, invalid_client", "403, ''", "400, jti_known", "400, ''", "400, invalid_request",
            "401, invalid_scope", "200, ''"})
    void whatSaysNothingOfUs(int status, String error) {
        assertThat(TokenEvidence.of(status, error, "")).isEqualTo(TokenEvidence.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 500})
    void aKeyIsUnknownOnlyIfTheRequestWasRefusedForIt(int status) {
        assertThat(TokenEvidence.of(status, "invalid_request", "kid 'k1', which could not be found"))
                .isNotEqualTo(TokenEvidence.KEY_UNKNOWN);
    }
}
