package org.openchami.auth.testing.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.hydra.Hydra;
import org.openchami.auth.testing.user.UserLogin;

class TokenForgeTest {
    private static final TokenClaims CLAIMS = TokenClaims.of("http://issuer").scopes("smd.read");

    @Test
    void anEcTokenVerifiesWithItsOwnKey() throws Exception {
        TokenForge forge = TokenForge.withNewEcKey();
        assertThat(verify(forge.token(CLAIMS), forge.jwks()).getSubject()).isEqualTo("operator");
    }

    @Test
    void anRsaTokenVerifiesWithItsOwnKey() throws Exception {
        TokenForge forge = TokenForge.withNewRsaKey();
        assertThat(verify(forge.token(CLAIMS), forge.jwks()).getStringListClaimValue("scp")).containsExactly("smd.read");
    }

    @Test
    void theAuthoritysKeyMakesTokensThatItsOwnKeySetVerifies() throws Exception {
        try (Hydra hydra = Hydra.start()) {
            String jwks = Call.to(hydra.publicUrl(), "/.well-known/jwks.json").get().body();
            String forged = TokenForge.asAuthority(hydra.adminUrl()).token(CLAIMS.audience("elsewhere"));
            assertThat(verify(forged, jwks).getAudience()).containsExactly("elsewhere");
            hydra.rotateKeys();
            String genuine = UserLogin.token(hydra.publicUrl(), hydra.adminUrl());
            assertThat(kid(TokenForge.asAuthority(hydra.adminUrl()).token(CLAIMS))).isEqualTo(kid(genuine));
        }
    }

    @Test
    void headersSayWhatTheAttackNeeds() throws JoseException {
        TokenForge forge = TokenForge.withNewEcKey();
        assertThat(header(forge.unsigned().token(CLAIMS)).getAlgorithmHeaderValue()).isEqualTo("none");
        assertThat(header(forge.confusedWithHmac().token(CLAIMS)).getAlgorithmHeaderValue()).isEqualTo("HS256");
        assertThat(kid(forge.claimingKid("k9").token(CLAIMS))).isEqualTo("k9");
        assertThat(kid(forge.withoutKid().token(CLAIMS))).isNull();
    }

    @Test
    void aTamperedTokenDoesNotVerify() {
        TokenForge forge = TokenForge.withNewEcKey();
        String tampered = TokenForge.tampered(forge.token(CLAIMS), CLAIMS.subject("root"));
        assertThatThrownBy(() -> verify(tampered, forge.jwks())).isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void anExpiredTokenWasOnceGood() throws Exception {
        TokenClaims claims = CLAIMS.expiresIn(Duration.ofHours(-1));
        assertThat((long) claims.values().get("iat")).isLessThan((long) claims.values().get("exp"));
        assertThat((long) claims.values().get("exp")).isLessThan(System.currentTimeMillis() / 1000 - 3000);
    }

    @Test
    void toStringHoldsNoKey() {
        assertThat(TokenForge.withNewEcKey().toString()).startsWith("TokenForge[ES256, kid ").doesNotContain("jwk");
    }

    private static JwtClaims verify(String token, String jwks) throws Exception {
        return new JwtConsumerBuilder().setSkipDefaultAudienceValidation().setRequireExpirationTime()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(jwks).getJsonWebKeys()))
                .build().processToClaims(token);
    }

    private static String kid(String token) throws JoseException {
        return header(token).getKeyIdHeaderValue();
    }

    private static JsonWebStructure header(String token) throws JoseException {
        JsonWebStructure structure = JsonWebStructure.fromCompactSerialization(token);
        structure.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        return structure;
    }
}
