package org.openchami.auth.keys;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Keys as an authority publishes them, or had better not. */
final class Jwks {
    /** What an issuer may use by default. */
    static final Set<String> ALGORITHMS = Set.of("RS256", "PS256", "ES256");

    private Jwks() {}

    /** How an issuer's keys are read of whom nothing but its address is configured. */
    static JwksReader reader() {
        return reader(false);
    }

    static JwksReader reader(boolean kidOptional) {
        return new JwksReader(kidOptional, ALGORITHMS);
    }

    /** A new public key for ES256. */
    static JsonObject ec(String kid) {
        try {
            return open(EcJwkGenerator.generateJwk(EllipticCurves.P256)).put("kid", kid);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonObject rsa(String kid, int bits) {
        try {
            return open(RsaJwkGenerator.generateJwk(bits)).put("kid", kid);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonObject ed25519(String kid) {
        try {
            return open(OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519)).put("kid", kid);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonObject shared(String kid) {
        return new JsonObject(new HashMap<>(OctJwkGenerator.generateJwk(256).toParams(OutputControlLevel.INCLUDE_SYMMETRIC))).put("kid",
                kid);
    }

    /** The same members without this one. */
    static JsonObject without(JsonObject key, String member) {
        Map<String, Object> members = new HashMap<>(key.getMap());
        members.remove(member);
        return new JsonObject(members);
    }

    static JsonObject set(JsonObject... keys) {
        return new JsonObject(new JsonObject().put("keys", new JsonArray(Arrays.asList(keys))).toBuffer());
    }

    private static JsonObject open(PublicJsonWebKey key) {
        return new JsonObject(new HashMap<>(key.toParams(OutputControlLevel.PUBLIC_ONLY)));
    }
}
