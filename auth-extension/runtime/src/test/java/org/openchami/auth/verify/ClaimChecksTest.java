package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
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

/** Good headers and claims, and one thing changed. The service is smd, the clock stands at 1000, the skew is 30 seconds. */
class ClaimChecksTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ClaimChecks checks = new ClaimChecks(Configured.with("openchami.auth.issuer", "http://hydra:4444"),
            Clock.fixed(Instant.ofEpochSecond(1000), ZoneOffset.UTC));

    private static ObjectNode object(String json) throws IOException {
        return (ObjectNode) JSON.readTree(json);
    }

    private Optional<Reason> header(String name, String json) throws IOException {
        return fault("{\"alg\":\"RS256\",\"kid\":\"k1\",\"typ\":\"JWT\"}", name, json, true);
    }

    private Optional<Reason> claim(String name, String json) throws IOException {
        return fault("{\"iss\":\"http://hydra:4444\",\"aud\":[\"smd\"],\"iat\":990,\"exp\":1300}", name, json, false);
    }

    private Optional<Reason> fault(String good, String name, String json, boolean header) throws IOException {
        ObjectNode changed = object(good);
        if (json == null) {
            changed.remove(name);
        } else {
            changed.set(name, JSON.readTree(json));
        }
        return header
                ? checks.fault(
                        new UnverifiedToken(changed, object("{\"iss\":\"http://hydra:4444\",\"aud\":[\"smd\"],\"iat\":990,\"exp\":1300}")))
                : checks.fault(new UnverifiedToken(object("{\"alg\":\"RS256\",\"kid\":\"k1\"}"), changed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256", "ES256"})
    void theThreeAlgorithmsPass(String alg) throws IOException {
        assertThat(header("alg", "\"" + alg + "\"")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "nOnE", "NONE", "HS256", "HS384", "HS512", "RS384", "RS512", "ES384", "ES512", "ES256K",
            "EdDSA",
            "rs256", "RS256 ", ""})
    void anyOtherAlgorithmDoesNot(String alg) throws IOException {
        assertThat(header("alg", "\"" + alg + "\"")).contains(Reason.ALGORITHM);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '|', value = {"1", "null", "[\"RS256\"]"})
    void anAlgorithmThatIsNoTextDoesNot(String alg) throws IOException {
        assertThat(header("alg", alg)).contains(Reason.ALGORITHM);
        assertThat(header("alg", null)).contains(Reason.ALGORITHM);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '|', value = {"null", "1", "[]", "\"\"", "{\"a\":1}"})
    void aKeyIdThatIsNoneDoesNot(String kid) throws IOException {
        assertThat(header("kid", kid)).contains(Reason.KEY);
        assertThat(header("kid", null)).contains(Reason.KEY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '|', value = {"[]", "[\"exp\"]", "[\"b64\"]", "null", "\"x\""})
    void anythingCriticalDoesNot(String crit) throws IOException {
        assertThat(header("crit", crit)).contains(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "at+jwt", "AT+JWT", "application/at+jwt"})
    void theTypesOfAnAccessTokenPass(String typ) throws IOException {
        assertThat(header("typ", "\"" + typ + "\"")).isEmpty();
        assertThat(header("typ", null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '|', value = {"\"call-context+jwt\"", "\"txntoken+jwt\"", "\"wit+jwt\"", "\"logout+jwt\"",
            "\"secevent+jwt\"",
            "\"\"", "1", "null"})
    void theTypeOfSomethingElseDoesNot(String typ) throws IOException {
        assertThat(header("typ", typ)).contains(Reason.TYPE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '|', value = {"\"http://hydra:4444/\"", "\"https://hydra:4444\"", "\"HTTP://hydra:4444\"",
            "\"http://Hydra:4444\"", "\"http://hydra:4444 \"", "\"http://hydr\u0430:4444\"", "[\"http://hydra:4444\"]", "null", "1",
            "\"\""})
    void anIssuerThatDiffersInALetterDoesNot(String iss) throws IOException {
        assertThat(claim("iss", iss)).contains(Reason.ISSUER);
        assertThat(claim("iss", null)).contains(Reason.ISSUER);
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
            "[[\"smd\"]]", "{\"smd\":1}", "null", "1", "\"https://smd\""})
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
