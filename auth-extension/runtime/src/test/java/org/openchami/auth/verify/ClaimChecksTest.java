package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.config.Configured;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Good claims, and one thing changed. The service is smd, the clock stands at 1000, the skew is 30 seconds. */
class ClaimChecksTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TrustedIssuer issuer = TrustedIssuer
            .of(Configured.with("openchami.auth.issuer", "http://hydra:4444", "openchami.auth.issuers.authority.max-lifetime", "10M",
                    "openchami.auth.issuers.authority.not-before", "1970-01-01T00:15:00Z").issuers().get(0));
    private final ClaimChecks checks = new ClaimChecks(Clock.fixed(Instant.ofEpochSecond(1000), ZoneOffset.UTC), Duration.ofSeconds(30));

    private Optional<Reason> claim(String name, String json) throws IOException {
        ObjectNode claims = (ObjectNode) JSON.readTree("{\"iss\":\"http://hydra:4444\",\"aud\":[\"smd\"],\"iat\":960,\"exp\":1300}");
        if (json == null) {
            claims.remove(name);
        } else {
            claims.set(name, JSON.readTree(json));
        }
        return checks.fault(claims, issuer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '|', value = {"\"smd\"", "\"openchami\"", "[\"smd\"]", "[\"openchami\"]",
            "[\"bss\",\"smd\"]"})
    void anAudienceThatNamesTheServiceOrTheClusterPasses(String aud) throws IOException {
        assertThat(claim("aud", aud)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '|', value = {"\"\"", "[]", "\"bss\"", "[\"bss\"]", "\"smd2\"", "\"sm\"", "\"smd,bss\"",
            "\"smd bss\"", "\"SMD\"",
            "[[\"smd\"]]", "[\"smd\",1]", "[\"smd\",null]", "{\"smd\":1}", "null", "1", "\"https://smd\""})
    void anAudienceThatDoesNotNameItExactlyDoesNot(String aud) throws IOException {
        assertThat(claim("aud", aud)).contains(Reason.AUDIENCE);
        assertThat(claim("aud", null)).contains(Reason.AUDIENCE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '|', value = {"\"1300\"", "-1", "0", "1e400", "9007199254740993", "253402300800", "null",
            "[1300]", "true"})
    void anExpiryThatIsNoTimeDoesNot(String exp) throws IOException {
        assertThat(claim("exp", exp)).contains(Reason.CLAIMS);
        assertThat(claim("exp", null)).contains(Reason.CLAIMS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"971", "970.5", "1000", "1300.5", "1.3e3"})
    void anExpiryWithinTheSkewPasses(String exp) throws IOException {
        assertThat(claim("exp", exp)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"970", "969.9", "1"})
    void anExpiryBeforeTheSkewDoesNot(String exp) throws IOException {
        assertThat(claim("exp", exp)).contains(Reason.EXPIRED);
    }

    @Test
    void aTokenThatEndsWithinTheSkewBeforeItBeginsWithinTheSkewDoesNot() throws IOException {
        ObjectNode claims = (ObjectNode) JSON.readTree("{\"iss\":\"http://hydra:4444\",\"aud\":\"smd\",\"iat\":1010,\"exp\":1009}");

        assertThat(checks.fault(claims, issuer)).contains(Reason.CLAIMS);
        assertThat(checks.fault(claims.put("exp", 1010), issuer)).isEmpty();
        assertThat(checks.fault(claims.put("nbf", 1011), issuer)).contains(Reason.CLAIMS);
    }

    @Test
    void aTokenThatLastsLongerThanItMayDoesNot() throws IOException {
        assertThat(claim("exp", "1560")).isEmpty();
        assertThat(claim("exp", "1560.001")).contains(Reason.LIFETIME);
    }

    @Test
    void aTokenFromBeforeTheOperatorsRevocationDoesNot() throws IOException {
        assertThat(claim("iat", "900")).isEmpty();
        assertThat(claim("iat", "899.999")).contains(Reason.NOT_BEFORE);
        assertThat(claim("iat", "899")).contains(Reason.NOT_BEFORE);
    }

    @Test
    void aStartOfZeroIsNone() throws IOException {
        assertThat(claim("nbf", "0")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "at_hash", "c_hash", "s_hash", "events", "token_introspection"})
    void whatOnlyAnotherKindOfTokenSaysDoesNot(String name) throws IOException {
        assertThat(claim(name, "\"x\"")).contains(Reason.TYPE);
        assertThat(claim(name, "null")).contains(Reason.TYPE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '|', value = {"typ~\"Refresh\"", "typ~\"ID\"", "typ~\"Offline\"", "typ~\"Logout\"",
            "typ~\"\"",
            "typ~null", "typ~[\"Bearer\"]", "token_use~\"id\"", "token_use~\"refresh\"", "token_use~1"})
    void whatSaysThatItIsAnotherKindOfTokenDoesNot(String name, String json) throws IOException {
        assertThat(claim(name, json)).contains(Reason.TYPE);
    }

    @ParameterizedTest
    @CsvSource({"typ,'\"Bearer\"'", "typ,'\"DPoP\"'", "typ,'\"at+jwt\"'", "token_use,'\"access\"'"})
    void whatSaysThatItIsAnAccessTokenPasses(String name, String json) throws IOException {
        assertThat(claim(name, json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "jti", "client_id", "azp", "upn", "preferred_username"})
    void whatHasToBeTextDoesNotPassAsAnythingElse(String name) throws IOException {
        assertThat(claim(name, "\"x\"")).isEmpty();
        assertThat(claim(name, "1")).contains(Reason.CLAIMS);
        assertThat(claim(name, "[\"x\"]")).contains(Reason.CLAIMS);
        assertThat(claim(name, "null")).contains(Reason.CLAIMS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iat", "nbf"})
    void aStartWithinTheSkewPasses(String name) throws IOException {
        assertThat(claim(name, "1030")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iat", "nbf"})
    void aStartBeyondTheSkewDoesNot(String name) throws IOException {
        assertThat(claim(name, "1031")).contains(Reason.NOT_YET_VALID);
    }

    @ParameterizedTest
    @CsvSource({"iat,'\"990\"'", "iat,-1", "iat,1e400", "iat,null", "nbf,'\"990\"'", "nbf,-1", "nbf,1e400", "nbf,null"})
    void aStartThatIsNoTimeDoesNot(String name, String value) throws IOException {
        assertThat(claim(name, value)).contains(Reason.CLAIMS);
    }

    @Test
    void theTimeOfIssueIsNeeded() throws IOException {
        assertThat(claim("iat", null)).contains(Reason.CLAIMS);
    }
}
