package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openchami.auth.keys.Jwk.Usable;

import io.vertx.core.json.JsonObject;

/** What a key is for (RFC 8725 section 3.1: each key with exactly one algorithm). */
class AlgorithmTest {
    private static final JsonObject RSA = Jwks.rsa("a", 2048);
    private static final JsonObject EC = Jwks.ec("a");
    private static final JsonObject ED25519 = Jwks.ed25519("a");

    private static Stream<String> fitting(JsonObject key, String allowed) {
        VerificationKey read = ((Usable) new JwkReader(false, Set.of(allowed.split(" "))).read(new JsonObject(key.toBuffer()))).key();
        return Stream.of(Algorithm.values()).map(Algorithm::name).filter(read::fits);
    }

    @ParameterizedTest
    @CsvSource({"RS256 PS256 ES256,RS256", "PS256 RS256,RS256", "RS512 RS384 RS256,RS256", "PS256 ES256,PS256", "PS512 PS384,PS384",
            "RS512,RS512"})
    void anRsaKeyThatNamesNoneIsForRs256OrTheFirstThatItsIssuerMayUse(String allowed, String own) {
        assertThat(fitting(RSA, allowed)).containsExactly(own);
    }

    @ParameterizedTest
    @CsvSource({"RS256 PS256 ES256,PS256", "RS256 PS256 ES256,RS256", "RS256,RS512"})
    void anRsaKeyThatNamesOneIsForThatAlone(String allowed, String own) {
        assertThat(fitting(RSA.copy().put("alg", own), allowed)).containsExactly(own);
    }

    @ParameterizedTest
    @CsvSource({"RS256 PS256 ES256", "RS256"})
    void aCurveIsForOneAlgorithmWhateverItsIssuerMayUse(String allowed) {
        assertThat(fitting(EC, allowed)).containsExactly("ES256");
        assertThat(fitting(ED25519, allowed)).containsExactly("EdDSA");
    }
}
