package org.openchami.auth.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {

    private static void is(Refusal refusal, int status, String challenge, String body) {
        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.headers()).containsEntry("WWW-Authenticate", challenge).containsEntry("X-Content-Type-Options", "nosniff");
        assertThat(refusal.body()).isEqualTo(body);
    }

    @Test
    void whoShowsNothingIsToldTheSchemeAlone() {
        is(Refusal.noCredential("smd"), 401, "Bearer realm=\"smd\"", "no token found\n");
    }

    @Test
    void everyBadTokenIsToldTheSame() {
        is(Refusal.invalidToken(), 401, "Bearer error=\"invalid_token\", "
                + "error_description=\"The token is malformed, expired, or not meant for this service\"", "token is unauthorized\n");
    }

    @Test
    void aBadHeaderIsToldWhatToSend() {
        is(Refusal.invalidRequest(), 400,
                "Bearer error=\"invalid_request\", error_description=\"Send one Authorization header: Bearer and one token\"",
                "malformed authorization\n");
    }

    @Test
    void aMissingScopeIsNamed() {
        is(Refusal.insufficientScope(List.of("smd.read", "smd.write")), 403,
                "Bearer error=\"insufficient_scope\", scope=\"smd.read smd.write\"", "insufficient scope\n");
    }

    @Test
    void aRouteThatNobodyMayUseNamesNoScope() {
        is(Refusal.insufficientScope(List.of()), 403, "Bearer error=\"insufficient_scope\"", "insufficient scope\n");
    }

    @Test
    void aServiceWhereAUserIsNeededIsToldSo() {
        is(Refusal.userRequired(), 403, "Bearer error=\"insufficient_scope\", error_description=\"A user's token is needed here\"",
                "a user is needed\n");
    }

    @Test
    void aMissingContextIsToldWhatIsMissing() {
        is(Refusal.insufficientContext(), 403, "Bearer error=\"insufficient_context\", "
                + "error_description=\"A service must say in a valid Call-Context for whom it calls, and why\"", "insufficient context\n");
    }

    @Test
    void aChallengeSaysWhereToReadMore() {
        is(Refusal.noCredential("smd").described("http://smd/x"), 401, "Bearer realm=\"smd\", resource_metadata=\"http://smd/x\"",
                "no token found\n");
        assertThat(Refusal.comeBack(Duration.ofSeconds(1)).described("http://smd/x").headers()).containsOnlyKeys("Retry-After");
    }

    @ParameterizedTest
    @CsvSource({"0,1", "300,1", "1000,1", "2000,2", "60000,60"})
    void anOutageIsToldWhenToComeBack(long millis, String seconds) {
        Refusal refusal = Refusal.comeBack(Duration.ofMillis(millis));

        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.headers()).containsOnlyKeys("Retry-After").containsEntry("Retry-After", seconds);
        assertThat(refusal.body()).isEqualTo("authentication is unavailable\n");
    }

    @Test
    void theChallengeIsTheFirstHeader() {
        assertThat(Refusal.noCredential("smd").data().status).isEqualTo(401);
    }
}
