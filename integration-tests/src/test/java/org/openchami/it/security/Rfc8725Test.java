package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.jose4j.base64url.Base64Url;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.auth.testing.token.TokenForge;
import org.openchami.it.refusal.Refused;

import io.vertx.core.json.JsonObject;

/** The best current practices for JWTs (RFC 8725 section 3), point by point; the classes beside this one have the variants. */
@ExtendWith(SharedSecurity.class)
class Rfc8725Test {
    private final SecurityWorld world;
    private final Draft good;

    Rfc8725Test(SecurityWorld world) {
        this.world = world;
        this.good = world.good();
    }

    @Test
    @DisplayName("3.1 Perform Algorithm Verification")
    void performAlgorithmVerification() {
        refused(world.good(world.ring().rsa().claimingKid(world.ring().ec().kid())).sign());
        refused(world.good(world.ring().rsa().using("PS256")).sign());
        refused(world.good(world.hydra().confusedWithHmac()).sign());
    }

    @Test
    @DisplayName("3.2 Use Appropriate Algorithms")
    void useAppropriateAlgorithms() {
        refused(good.header("alg", "\"none\"").sign());
        refused(good.header("alg", "\"RS1\"").sign());
        refused(world.good(world.ring().p384()).sign());
    }

    @Test
    @DisplayName("3.3 Validate All Cryptographic Operations")
    void validateAllCryptographicOperations() {
        refused(good.key(TokenForge.withNewEcKey().claimingKid(world.ring().ec().kid())).sign());
        refused(good.sign(good.header("cty", "\"JWT\"").headerText(), good.sign()));
    }

    @Test
    @DisplayName("3.4 Validate Cryptographic Inputs")
    void validateCryptographicInputs() {
        String token = good.sign();
        refused(token.substring(0, token.lastIndexOf('.') + 1) + Base64Url.encode(new byte[64]));
        refused(bad("EC point that is not on its curve"));
    }

    @Test
    @DisplayName("3.5 Ensure Cryptographic Keys Have Sufficient Entropy")
    void ensureCryptographicKeysHaveSufficientEntropy() {
        refused(bad(FaultyKey.RSA_OF_1024_BITS));
        refused(bad("oct"));
        refused(bad("ROCA key (CVE-2017-15361)"));
    }

    @Test
    @DisplayName("3.6 Avoid Compression of Encryption Inputs")
    void avoidCompressionOfEncryptionInputs() {
        refused(good.header("zip", "\"DEF\"").sign());
        refused(good.header("enc", "\"A256GCM\"").header("alg", "\"RSA-OAEP\"").header("zip", "\"DEF\"").sign() + ".AAAA.AAAA");
    }

    @Test
    @DisplayName("3.7 Use UTF-8")
    void useUtf8() {
        byte[] header = good.headerText().getBytes(StandardCharsets.UTF_8);
        refused(good.key().token(header, good.claimsText().getBytes(StandardCharsets.UTF_16)));
        refused(good.key().token(header, good.claim("x", "\"\u00c0\u0080\"").claimsText().getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(world.get(good.claim("name", "\"J\u00fcrgen \ud83d\udd11\"").sign()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("3.8 Validate Issuer and Subject")
    void validateIssuerAndSubject() {
        refused(good.claim("iss", Draft.quoted(world.world().hydra().issuer() + "/")).sign());
        refused(good.key(world.issuers().keyOf("solo")).sign());
        refused(good.withoutClaim("sub").sign());
        refused(good.claim("sub", "\"known\"").sign());
    }

    @Test
    @DisplayName("3.9 Use and Validate Audience")
    void useAndValidateAudience() {
        refused(good.withoutClaim("aud").sign());
        refused(good.claim("aud", "[\"bss\"]").sign());
    }

    @Test
    @DisplayName("3.10 Do Not Trust Received Claims")
    void doNotTrustReceivedClaims() {
        refused(good.header("kid", "\"' OR 1=1 --\"").sign());
        refused(good.key(TokenForge.withNewEcKey()).header("jku", Draft.quoted(world.trap().url("/jwks.json"))).sign());
        refused(good.key(TokenForge.withNewEcKey()).header("x5u", Draft.quoted(world.trap().url("/x"))).sign());
        assertThat(world.trap().connections()).isZero();
    }

    @Test
    @DisplayName("3.11 Use Explicit Typing")
    void useExplicitTyping() {
        refused(good.header("typ", "\"logout+jwt\"").sign());
        refused(Issuers.token("typed", world.issuers().keyOf("typed")).header("typ", "\"JWT\"").sign());
    }

    @Test
    @DisplayName("3.12 Use Mutually Exclusive Validation Rules for Different Kinds of JWTs")
    void useMutuallyExclusiveValidationRules() {
        long now = System.currentTimeMillis() / 1000;
        JsonObject claims = new JsonObject().put("iss", "svc:known").put("sub", "known").put("aud", "smd").put("iat", now).put("exp",
                now + 60);
        refused(world.known().sign("call-context+jwt", claims));
        refused(world.known().sign("JWT", claims.put("iss", "known")));
        refused(good.claim("nonce", "\"n\"").claim("at_hash", "\"h\"").sign());
    }

    /** A token of the published key with that fault. */
    private String bad(String row) {
        return world.good(world.faulty().stream().filter(key -> key.row().equals(row)).findFirst().orElseThrow().forge()).sign();
    }

    private void refused(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }
}
