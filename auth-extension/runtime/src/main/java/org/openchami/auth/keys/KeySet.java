package org.openchami.auth.keys;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * The keys of one issuer as they were at one moment.
 *
 * @param all each kid but the empty one is there once
 * @param byKid those of them that have a name
 * @param nameless whether its publisher can't name keys: then a single one goes by any name
 * @param jwks the same keys in the same order, as they were published; of the others nothing is kept
 */
record KeySet(List<VerificationKey> all, Map<String, VerificationKey> byKid, Instant readAt, JsonArray jwks, boolean nameless) {
    static final KeySet NONE = new KeySet(List.of(), Instant.EPOCH, new JsonArray());

    KeySet(List<VerificationKey> all, Instant readAt, JsonArray jwks) {
        this(List.copyOf(all), all.stream().filter(key -> !key.kid().isEmpty())
                .collect(Collectors.toUnmodifiableMap(VerificationKey::kid, Function.identity())), readAt, jwks, false);
    }

    KeySet withoutNames() {
        return new KeySet(all, byKid, readAt, jwks, true);
    }

    boolean isEmpty() { return all.isEmpty(); }

    Set<String> kids() {
        return byKid.keySet();
    }

    Optional<VerificationKey> find(String kid) {
        return Optional.ofNullable(nameless && all.size() == 1 ? all.get(0) : byKid.get(kid));
    }

    /** The one key that fits this algorithm; empty if none does, or several do. */
    Optional<VerificationKey> only(String algorithm) {
        List<VerificationKey> fitting = all.stream().filter(key -> key.fits(algorithm)).limit(2).toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** The key that was published in just this form. */
    Optional<VerificationKey> published(JsonObject jwk) {
        for (int i = 0; i < all.size(); i++) {
            if (jwk.equals(jwks.getJsonObject(i))) {
                return Optional.of(all.get(i));
            }
        }
        return Optional.empty();
    }

    /** The key itself, or the one of this set that equals it. */
    VerificationKey same(VerificationKey key) {
        return all.stream().filter(key::equals).findFirst().orElse(key);
    }
}
