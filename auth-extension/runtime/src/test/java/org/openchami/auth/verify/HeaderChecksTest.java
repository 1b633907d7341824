package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.config.Configured;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Good headers, and one thing changed. */
class HeaderChecksTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Optional<Reason> header(String name, String json, String... settings) throws IOException {
        ObjectNode header = (ObjectNode) JSON.readTree("{\"alg\":\"RS256\",\"kid\":\"k1\",\"typ\":\"JWT\"}");
        if (json == null) {
            header.remove(name);
        } else {
            header.set(name, JSON.readTree(json));
        }
        return HeaderChecks.fault(header, Configured.with(settings).issuers().get(0));
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

    @Test
    void aKeyIdThatNoneWouldHaveDoesNot() throws IOException {
        assertThat(header("kid", "\"" + "k".repeat(255) + "\"")).isEmpty();
        assertThat(header("kid", "\"" + "k".repeat(256) + "\"")).contains(Reason.KEY);
        assertThat(header("kid", "\"a\\u0000\"")).contains(Reason.KEY);
        assertThat(header("kid", "\"a\\r\\nb\"")).contains(Reason.KEY);
    }

    @Test
    void noKeyIdPassesWhereItIsOptional() throws IOException {
        assertThat(header("kid", null, "openchami.auth.issuers.authority.kid-optional", "true")).isEmpty();
        assertThat(header("kid", "\"\"", "openchami.auth.issuers.authority.kid-optional", "true")).contains(Reason.KEY);
    }

    @Test
    void anAlgorithmPassesWhereItsIssuerUsesIt() throws IOException {
        assertThat(header("alg", "\"EdDSA\"", "openchami.auth.issuers.authority.algorithms", "EdDSA")).isEmpty();
        assertThat(header("alg", "\"RS256\"", "openchami.auth.issuers.authority.algorithms", "EdDSA")).contains(Reason.ALGORITHM);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '|', value = {"[]", "[\"exp\"]", "[\"b64\"]", "[\"exp\",\"exp\"]", "null", "\"x\""})
    void anythingCriticalDoesNot(String crit) throws IOException {
        assertThat(header("crit", crit)).contains(Reason.CRITICAL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '|', value = {"b64~false", "b64~true", "zip~\"DEF\"", "enc~\"A256GCM\"", "cty~\"JWT\""})
    void whatChangesTheMeaningOfTheRestDoesNot(String name, String json) throws IOException {
        assertThat(header(name, json)).contains(Reason.CRITICAL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '|', value = {"jwk~{\"kty\":\"oct\"}", "jku~\"http://evil\"", "x5u~\"http://evil\"",
            "x5c~[\"\"]",
            "x5t~\"x\""})
    void whereItPointsToKeysIsNotLookedAt(String name, String json) throws IOException {
        assertThat(header(name, json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "at+jwt", "AT+JWT", "application/at+jwt"})
    void theTypesOfAnAccessTokenPass(String typ) throws IOException {
        assertThat(header("typ", "\"" + typ + "\"")).isEmpty();
        assertThat(header("typ", null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '|', value = {"\"call-context+jwt\"", "\"txntoken+jwt\"", "\"wit+jwt\"", "\"logout+jwt\"",
            "\"secevent+jwt\"", "\"client-authentication+jwt\"", "\"dpop+jwt\"", "\"token-introspection+jwt\"", "\"JOSE\"",
            "\"\"", "1", "null"})
    void theTypeOfSomethingElseDoesNot(String typ) throws IOException {
        assertThat(header("typ", typ)).contains(Reason.TYPE);
    }

    @Test
    void inItsOwnProfileOnlyTheTypeOfRfc9068Passes() throws IOException {
        String[] rfc9068 = {"openchami.auth.issuers.authority.profile", "rfc9068"};

        assertThat(header("typ", "\"at+jwt\"", rfc9068)).isEmpty();
        assertThat(header("typ", "\"application/AT+JWT\"", rfc9068)).isEmpty();
        assertThat(header("typ", "\"JWT\"", rfc9068)).contains(Reason.TYPE);
        assertThat(header("typ", null, rfc9068)).contains(Reason.TYPE);
    }
}
