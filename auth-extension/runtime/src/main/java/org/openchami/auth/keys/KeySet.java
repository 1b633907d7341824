package org.openchami.auth.keys;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * The keys of one authority as they were at one moment.
 *
 * @param jwks the same keys as they were published, in the order of their ids; of the others nothing is kept
 */
record KeySet(Map<String, VerificationKey> keys, Instant readAt, JsonArray jwks) {

    KeySet {
        keys = Map.copyOf(keys);
    }

    /** Empty if this is no JWK set, or holds no key that can be used: such an answer never replaces a good one. */
    static Optional<KeySet> of(JsonObject json, Instant readAt) {
        return JwksReader.read(json).map(keys -> new KeySet(keys, readAt,
                new JsonArray(json.getJsonArray("keys").stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast)
                        .filter(jwk -> jwk.getValue("kid") instanceof String kid && keys.containsKey(kid))
                        .sorted(Comparator.comparing(jwk -> jwk.getString("kid"))).toList())));
    }

    Optional<VerificationKey> find(String kid) {
        return Optional.ofNullable(keys.get(kid));
    }
}
