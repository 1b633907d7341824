package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.authority.Answer;
import org.openchami.auth.authority.OAuthError;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.ClientProof;
import org.openchami.auth.identity.TokenAnswer.Refused;
import org.openchami.auth.identity.TokenAnswer.Unreachable;
import org.openchami.auth.identity.TokenAnswer.Unusable;
import org.openchami.auth.secret.Secret;
import org.openchami.auth.testing.clock.TestClock;

/** What every other status than 200 brings. */
class TokenRefusalTest {
    private static final String ERROR = "{\"error\":\"error\",\"error_description\":\"The error is unrecognizable\"}";
    private final TestClock clock = TestClock.at(Instant.parse("2030-01-01T00:00:00Z"));
    private ClientProof proof = new ClientProof(Map.of(), Optional.empty());
    private Optional<Secret> refreshToken = Optional.empty();

    private TokenAnswer read(int status, String body, String retryAfter, String date, Duration took) {
        Settings.Peer smd = new Settings.Peer("smd", URI.create("http://smd:27779"), "smd", Set.of("smd.read"), Optional.empty());
        return new TokenReader(clock).read(new TokenRequest(smd, proof, refreshToken),
                new Answer(status, body.getBytes(StandardCharsets.UTF_8), Optional.ofNullable(retryAfter), Optional.ofNullable(date),
                        Optional.empty()),
                took);
    }

    private TokenAnswer read(int status, String body) {
        return read(status, body, null, null, Duration.ZERO);
    }

    private static String error(String error, String description) {
        return "{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}";
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403})
    void anOAuthErrorIsARefusal(int status) {
        assertThat(read(status, error("invalid_scope", "not allowed")))
                .isEqualTo(new Refused(status, new OAuthError("invalid_scope", "not allowed")));
    }

    @ParameterizedTest
    @CsvSource({"400,''", "401,<html>sign in</html>", "403,{}", "403,{\"error\":7}", "404,404 page not found", "405,''", "418,{}"})
    void aRefusalByNoOAuthServerIsUnusable(int status, String body) {
        assertThat(((Unusable) read(status, body)).why()).contains("HTTP " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 301, 302, 303, 307, 308})
    void anotherSuccessAndARedirectAreUnusable(int status) {
        assertThat(((Unusable) read(status, "{\"access_token\":\"x\"}")).why()).contains("HTTP " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504, 599})
    void notNowIsUnreachable(int status) {
        assertThat(((Unreachable) read(status, "")).why()).contains("HTTP " + status);
        assertThat(((Unreachable) read(status, "")).retryAfter()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"429,7", "503,7", "503,'Tue, 01 Jan 2030 00:00:07 GMT'"})
    void whenToComeBackIsTold(int status, String retryAfter) {
        assertThat(((Unreachable) read(status, "", retryAfter, null, Duration.ZERO)).retryAfter()).contains(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @CsvSource({"'Tue, 01 Jan 2030 00:00:02 GMT',2 s ahead of", "'Mon, 31 Dec 2029 23:59:00 GMT',60 s behind"})
    void aBareErrorWithAnotherDateBlamesTheClock(String date, String said) {
        assertThat(((Unreachable) read(500, ERROR, null, date, Duration.ZERO)).why()).contains("OCAUTH-0217").contains(said)
                .contains("NTP");
    }

    @ParameterizedTest
    @CsvSource({"'Tue, 01 Jan 2030 00:00:00 GMT',0", "'Tue, 01 Jan 2030 00:00:01 GMT',0", "'Mon, 31 Dec 2029 23:59:59 GMT',0",
            "'Mon, 31 Dec 2029 23:59:56 GMT',4", "garbage,0"})
    void aBareErrorWithOurDateDoesNot(String date, int took) {
        assertThat(((Unreachable) read(500, ERROR, null, date, Duration.ofSeconds(took))).why()).doesNotContain("0217")
                .contains("unrecognizable");
    }

    @Test
    void anErrorThatRepeatsOurProofHoldsNoneOfIt() {
        proof = GrantWorld.basic("bss", "c4nary%2Bs3cret");
        refreshToken = Optional.of(Secret.of("ory_rt_canary"));
        String basic = proof.authorization().orElseThrow().reveal();

        Refused refused = (Refused) read(401,
                error("invalid_client", "bad " + basic + ", that is c4nary%2Bs3cret or c4nary+s3cret, or ory_rt_canary"));

        assertThat(refused.toString()).doesNotContain("c4nary").doesNotContain(basic.substring(6)).doesNotContain("ory_rt_canary")
                .contains("***");
    }

    @Test
    void anErrorThatRepeatsOurAssertionHoldsNoneOfIt() {
        proof = new ClientProof(Map.of("client_assertion", GrantWorld.ASSERTION), Optional.empty());

        assertThat(read(401, error(GrantWorld.ASSERTION, "x".repeat(190) + GrantWorld.ASSERTION)).toString()).doesNotContain("eyJ");
    }

    @Test
    void anErrorIsOneLineOfPrintableCharacters() {
        OAuthError error = ((Refused) read(400, error("a\\nb", "c\\r\\n\\u001b[31md\\u2028" + "x".repeat(1000)))).error();

        assertThat(error.toString()).matches("[ -~]+").hasSizeLessThan(420);
    }
}
