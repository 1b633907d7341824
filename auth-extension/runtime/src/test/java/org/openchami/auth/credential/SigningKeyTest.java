package org.openchami.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

import io.vertx.core.json.JsonObject;

class SigningKeyTest {
    private final SigningKey key = SigningKey.generate();

    private String secret() {
        return new JsonObject(key.privateJwk().reveal()).getString("d");
    }

    @Test
    void itsPublicHalfHasNoPrivateMember() {
        assertThat(key.publicJwk().fieldNames()).containsExactlyInAnyOrder("kty", "kid", "use", "alg", "crv", "x", "y");
    }

    @Test
    void itsPublicHalfSaysWhatItIsFor() {
        assertThat(key.publicJwk().getString("use")).isEqualTo("sig");
        assertThat(key.publicJwk().getString("alg")).isEqualTo("ES256");
        assertThat(key.publicJwk().getString("crv")).isEqualTo("P-256");
    }

    @Test
    void itsIdIsItsThumbprint() throws JoseException {
        EllipticCurveJsonWebKey read = (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(key.publicJwk().encode());

        assertThat(key.kid()).isEqualTo(read.calculateBase64urlEncodedThumbprint("SHA-256"));
    }

    @Test
    void itsTextNamesItAndHoldsNothingOfIt() {
        assertThat(key).hasToString("ES256 key " + key.kid());
        assertThat(key.privateJwk()).hasToString("***");
        assertThat(new StoredIdentity("bss", key, Optional.empty()).toString()).doesNotContain(secret());
    }

    @Test
    void twoKeysDiffer() {
        assertThat(SigningKey.generate().kid()).isNotEqualTo(key.kid());
    }

    @Test
    void whatItSignsIsVerifiedByItsPublicHalf() throws JoseException {
        JwtClaims claims = new JwtClaims();
        claims.setSubject("x");
        JsonWebSignature jws = new JsonWebSignature();
        jws.setCompactSerialization(key.sign("a+jwt", claims));
        jws.setKey(JsonWebKey.Factory.newJwk(key.publicJwk().encode()).getKey());

        assertThat(jws.verifySignature()).isTrue();
        assertThat(jws.getHeader("typ")).isEqualTo("a+jwt");
        assertThat(jws.getKeyIdHeaderValue()).isEqualTo(key.kid());
    }

    @Test
    void aPublicKeyIsNoSigningKey() {
        Map<String, Object> half = new HashMap<>(key.publicJwk().getMap());

        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.of(half));
    }

    @Test
    void aKeyOfAnotherKindIsNoSigningKeyAndTheRefusalHoldsNothingOfIt() {
        Map<String, Object> odd = new HashMap<>(new JsonObject(key.privateJwk().reveal()).getMap());
        odd.put("crv", "P-999");

        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.of(odd)).withMessageNotContaining(secret()).withNoCause();
    }
}
