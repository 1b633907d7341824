package org.openchami.it.security;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.jose4j.base64url.Base64Url;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import org.openchami.auth.testing.token.TokenForge;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * A key that no verifier should use, though it is published, and what can sign with it.
 *
 * @param row what is wrong with it
 * @param published one JWK, or two for what is wrong only in company
 */
record FaultyKey(String row, TokenForge forge, List<JsonObject> published) {
    static final String RSA_OF_1024_BITS = "RSA of 1024 bits";

    static List<FaultyKey> all() {
        TokenForge rsa = TokenForge.withNewRsaKey();
        TokenForge ec = TokenForge.withNewEcKey();
        List<FaultyKey> all = new ArrayList<>();
        all.add(changed(RSA_OF_1024_BITS, ofTooFewBits(), new JsonObject()));
        all.add(changed("use is enc, RSA", rsa, new JsonObject().put("use", "enc")));
        all.add(changed("use is enc, EC", ec, new JsonObject().put("use", "enc")));
        all.add(changed("use is unknown", ec, new JsonObject().put("use", "everything")));
        all.add(changed("key_ops lack verify, RSA", rsa, new JsonObject().put("key_ops", JsonArray.of("encrypt"))));
        all.add(changed("key_ops lack verify, EC", ec, new JsonObject().put("key_ops", JsonArray.of("sign"))));
        all.add(changed("private RSA key", rsa, new JsonObject(rsa.jwk().toParams(OutputControlLevel.INCLUDE_PRIVATE))));
        all.add(changed("private EC key", ec, new JsonObject(ec.jwk().toParams(OutputControlLevel.INCLUDE_PRIVATE))));
        all.add(changed("alg is another than the token's, RSA", rsa, new JsonObject().put("alg", "RSA-OAEP")));
        all.add(changed("alg is another than the token's, EC", ec, new JsonObject().put("alg", "ES384")));
        all.add(changed("EC point that is not on its curve", ec, new JsonObject().put("y", number(BigInteger.TWO))));
        all.add(changed("EC point at 0, 0", ec, new JsonObject().put("x", number(BigInteger.ZERO)).put("y", number(BigInteger.ZERO))));
        all.add(changed("EC on an unknown curve", ec, new JsonObject().put("crv", "P-257")));
        all.add(changed("EC key that says kty RSA", ec, new JsonObject().put("kty", "RSA")));
        all.add(twice("duplicate kid, the first of two", rsa, TokenForge.withNewEcKey(), true));
        all.add(twice("duplicate kid, the second of two", ec, TokenForge.withNewEcKey(), false));
        all.add(Forgeable.withoutExponent(rsa));
        all.add(Forgeable.secret());
        all.add(Forgeable.roca());
        return List.copyOf(all);
    }

    /** The key under a new id, published with these members instead. */
    private static FaultyKey changed(String row, TokenForge forge, JsonObject members) {
        TokenForge own = forge.claimingKid(UUID.randomUUID().toString());
        return new FaultyKey(row, own, List.of(Ring.jwk(forge).mergeIn(members).put("kid", own.kid())));
    }

    private static FaultyKey twice(String row, TokenForge forge, TokenForge other, boolean first) {
        String kid = UUID.randomUUID().toString();
        JsonObject mine = Ring.jwk(forge).put("kid", kid);
        JsonObject others = Ring.jwk(other).put("kid", kid);
        return new FaultyKey(row, forge.claimingKid(kid), first ? List.of(mine, others) : List.of(others, mine));
    }

    private static TokenForge ofTooFewBits() {
        try {
            return TokenForge.of(RsaJwkGenerator.generateJwk(1024), "RS256");
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger modulus(TokenForge rsa) {
        return ((RSAPublicKey) rsa.jwk().getPublicKey()).getModulus();
    }

    /** A Base64urlUInt (RFC 7518 section 2). */
    static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return Base64Url.encode(bytes.length > 1 && bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    @Override
    public String toString() {
        return row;
    }
}
