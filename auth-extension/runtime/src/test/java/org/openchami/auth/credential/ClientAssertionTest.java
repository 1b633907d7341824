package org.openchami.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.openchami.auth.secret.Secret;

class ClientAssertionTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00.900Z");

    private final SigningKey key = SigningKey.generate();

    private Secret assertion() {
        return ClientAssertion.create(key, "bss", "http://hydra:4444/oauth2/token", Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private JsonWebSignature signature() throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setCompactSerialization(assertion().reveal());
        jws.setKey(JsonWebKey.Factory.newJwk(key.publicJwk().encode()).getKey());
        return jws;
    }

    private JwtClaims claims() throws Exception {
        return JwtClaims.parse(signature().getPayload());
    }

    @Test
    void itIsSignedByOurKeyAndNamesIt() throws JoseException {
        assertThat(signature().verifySignature()).isTrue();
        assertThat(signature().getKeyIdHeaderValue()).isEqualTo(key.kid());
        assertThat(signature().getAlgorithmHeaderValue()).isEqualTo("ES256");
    }

    @Test
    void itSpeaksOfTheClientToTheTokenEndpoint() throws Exception {
        assertThat(claims().getIssuer()).isEqualTo("bss");
        assertThat(claims().getSubject()).isEqualTo("bss");
        assertThat(claims().getAudience()).containsExactly("http://hydra:4444/oauth2/token");
    }

    @Test
    void itEndsWithinAMinute() throws Exception {
        assertThat(claims().getExpirationTime().getValue()).isBetween(NOW.getEpochSecond() + 1, NOW.getEpochSecond() + 60);
    }

    @Test
    void itSaysNeitherWhenItWasMadeNorWhenItStarts() throws Exception {
        assertThat(claims().hasClaim("iat")).isFalse();
        assertThat(claims().hasClaim("nbf")).isFalse();
    }

    @Test
    void eachHasAnIdOfItsOwn() throws Exception {
        assertThat(claims().getJwtId()).hasSizeGreaterThanOrEqualTo(16).isNotEqualTo(claims().getJwtId());
    }

    @Test
    void itsTextIsMasked() {
        assertThat(assertion()).hasToString("***");
    }
}
