package org.openchami.auth.registration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.openchami.auth.credential.SigningKey;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Public halves of keys as they are sent. Hydra stores and shows whatever it is given, a private key too. */
final class PublicKeys {
    /** RFC 7518 sections 6.2.2, 6.3.2 and 6.4.1. */
    static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    /** What Hydra names when it refuses another one, and the type or curve that each needs. */
    private static final Map<String, String> ALGORITHMS = Map.of("RS256", "RSA", "RS384", "RSA", "RS512", "RSA", "PS256", "RSA", "PS384",
            "RSA", "PS512", "RSA", "ES256", "P-256", "ES384", "P-384", "ES512", "P-521");
    /** 2048 bits in base64url. */
    private static final int SHORTEST_MODULUS = 342;

    private PublicKeys() {}

    static JsonObject jwks(List<SigningKey> keys) {
        return new JsonObject().put("keys", new JsonArray(keys.stream().map(key -> only(key.publicJwk())).toList()));
    }

    /** The key without what must never be sent. */
    static JsonObject only(JsonObject jwk) {
        JsonObject open = jwk.copy();
        PRIVATE.forEach(open::remove);
        return open;
    }

    /** What makes an authority refuse this key, or take and never find it. */
    static Optional<String> fault(JsonObject jwk) {
        String type = jwk.getString("kty", "");
        if (PRIVATE.stream().anyMatch(jwk::containsKey)) {
            return Optional.of("a private key would be sent");
        } else if (jwk.getString("kid", "").isBlank()) {
            return Optional.of("a key has no id, and only the first of a set is tried then");
        } else if (!"sig".equals(jwk.getString("use"))) {
            return Optional.of("a key is not for signatures (use=sig), and Hydra does not find it then");
        } else if (!type.equals("EC") && !type.equals("RSA")) {
            return Optional.of("a key is neither an EC nor an RSA key, and Hydra can't use it");
        } else if (!ALGORITHMS.getOrDefault(jwk.getString("alg", ""), "").equals(type.equals("EC") ? jwk.getString("crv") : type)) {
            return Optional.of("a key has no algorithm that Hydra takes in a client assertion, or not its own");
        }
        boolean weak = type.equals("RSA") && jwk.getString("n", "").length() < SHORTEST_MODULUS;
        return weak ? Optional.of("an RSA key has less than 2048 bits") : Optional.empty();
    }
}
