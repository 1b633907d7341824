package org.openchami.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.vertx.core.json.JsonObject;

class SigningKeyTest {
    private static final Map<KeyAlgorithm, SigningKey> KEYS = new EnumMap<>(KeyAlgorithm.class);

    private final SigningKey key = key(KeyAlgorithm.ES256);

    private static SigningKey key(KeyAlgorithm algorithm) {
        return KEYS.computeIfAbsent(algorithm, SigningKey::generate);
    }

    private static JsonWebKey read(SigningKey key) throws JoseException {
        return JsonWebKey.Factory.newJwk(key.publicJwk().encode());
    }

    private static String secret(SigningKey key) {
        return new JsonObject(key.privateJwk().reveal()).getString("d");
    }

    @Test
    void thePublicHalfHasNoPrivateMember() {
        assertThat(key.publicJwk().fieldNames()).containsExactlyInAnyOrder("kty", "kid", "use", "alg", "crv", "x", "y");
        assertThat(key(KeyAlgorithm.PS256).publicJwk().fieldNames()).containsExactlyInAnyOrder("kty", "kid", "use", "alg", "n", "e");
    }

    @ParameterizedTest
    @EnumSource
    void thePublicHalfSaysWhatItIsFor(KeyAlgorithm algorithm) {
        assertThat(key(algorithm).publicJwk().getString("use")).isEqualTo("sig");
        assertThat(key(algorithm).publicJwk().getString("alg")).isEqualTo(algorithm.name());
        assertThat(key(algorithm).algorithm()).isEqualTo(algorithm);
    }

    @ParameterizedTest
    @EnumSource
    void itsIdIsItsThumbprint(KeyAlgorithm algorithm) throws JoseException {
        assertThat(key(algorithm).kid()).isEqualTo(read(key(algorithm)).calculateBase64urlEncodedThumbprint("SHA-256"));
    }

    @Test
    void rsaIsAsStrongAsP256() throws JoseException {
        assertThat(((RsaJsonWebKey) read(key(KeyAlgorithm.RS256))).getRsaPublicKey().getModulus().bitLength()).isEqualTo(3072);
    }

    @ParameterizedTest
    @EnumSource
    void itsTextNamesItAndHoldsNothingOfIt(KeyAlgorithm algorithm) {
        SigningKey any = key(algorithm);

        assertThat(any).hasToString(algorithm + " key " + any.kid());
        assertThat(any.privateJwk()).hasToString("***");
        assertThat(KeyRing.of(any, Instant.EPOCH).toString()).doesNotContain(secret(any));
    }

    @Test
    void twoKeysDiffer() {
        assertThat(SigningKey.generate().kid()).isNotEqualTo(key.kid());
    }

    @ParameterizedTest
    @EnumSource
    void whatItSignsIsVerifiedByItsPublicHalf(KeyAlgorithm algorithm) throws JoseException {
        JwtClaims claims = new JwtClaims();
        claims.setSubject("x");
        JsonWebSignature jws = new JsonWebSignature();
        jws.setCompactSerialization(key(algorithm).sign("a+jwt", claims));
        jws.setKey(read(key(algorithm)).getKey());

        assertThat(jws.verifySignature()).isTrue();
        assertThat(jws.getAlgorithmHeaderValue()).isEqualTo(algorithm.name());
        assertThat(jws.getHeader("typ")).isEqualTo("a+jwt");
        assertThat(jws.getKeyIdHeaderValue()).isEqualTo(key(algorithm).kid());
    }

    @ParameterizedTest
    @EnumSource
    void itIsTheSameAfterItWasWrittenDown(KeyAlgorithm algorithm) {
        SigningKey again = SigningKey.of(new JsonObject(key(algorithm).privateJwk().reveal()).getMap());

        assertThat(again.publicJwk()).isEqualTo(key(algorithm).publicJwk());
        assertThat(again.privateJwk().reveal()).isEqualTo(key(algorithm).privateJwk().reveal());
    }

    @Test
    void aPublicKeyIsNoSigningKey() {
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.of(key.publicJwk().getMap()))
                .withMessageContaining("no private key");
    }

    @Test
    void halvesOfTwoKeysAreNoSigningKeyAndTheRefusalHoldsNothingOfThem() {
        JsonObject odd = SigningKey.generate().publicJwk().copy().put("d", secret(key));

        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.of(odd.getMap())).withMessageContaining("fit")
                .withMessageNotContaining(secret(key)).withNoCause();
    }
}
