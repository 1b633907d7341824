package org.openchami.auth.registration;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.openchami.auth.credential.SigningKey;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * The keys of one client that several instances prove themselves with, each by its own. Which are whose stands beside them, so that an instance
 * removes no key but those that it put there itself. The newest come first; beyond {@link #MAX} the oldest of others go.
 *
 * @param keys by key id, public members only
 * @param owners key ids by instance
 */
record SharedKeys(Map<String, JsonObject> keys, Map<String, Set<String>> owners) {
    static final int MAX = 20;

    /** @param openchami our part of the client's metadata */
    static SharedKeys of(JsonObject client, JsonObject openchami) {
        Map<String, JsonObject> keys = new LinkedHashMap<>();
        if (client.getValue("jwks") instanceof JsonObject set && set.getValue("keys") instanceof JsonArray list) {
            for (Object key : list) {
                if (key instanceof JsonObject jwk && jwk.getValue("kid") instanceof String kid) {
                    keys.put(kid, PublicKeys.only(jwk));
                }
            }
        }
        Map<String, Set<String>> owners = new LinkedHashMap<>();
        if (openchami.getValue("instances") instanceof JsonObject instances) {
            instances.fieldNames().forEach(instance -> owners.put(instance, Granted.words(instances, instance)));
        }
        return new SharedKeys(keys, owners);
    }

    /** With these keys of this instance, and no other of its own. */
    SharedKeys with(String instance, List<SigningKey> ours) {
        Map<String, JsonObject> next = new LinkedHashMap<>();
        ours.forEach(key -> next.put(key.kid(), PublicKeys.only(key.publicJwk())));
        Set<String> mine = new LinkedHashSet<>(next.keySet());
        Set<String> former = owners.getOrDefault(instance, Set.of());
        keys.forEach((kid, key) -> {
            if (next.size() < MAX && !former.contains(kid)) {
                next.putIfAbsent(kid, key);
            }
        });
        Map<String, Set<String>> left = new LinkedHashMap<>();
        left.put(instance, mine);
        owners.forEach((other, kids) -> {
            Set<String> held = new LinkedHashSet<>(kids);
            held.retainAll(next.keySet());
            left.putIfAbsent(other, held);
        });
        left.values().removeIf(Set::isEmpty);
        return new SharedKeys(next, left);
    }

    boolean holds(List<SigningKey> ours) {
        return ours.stream().allMatch(key -> keys.containsKey(key.kid()));
    }

    /** Whether somebody else proves itself with a key of this client. */
    boolean sharedBeyond(String instance) {
        return keys.keySet().stream().anyMatch(kid -> !owners.getOrDefault(instance, Set.of()).contains(kid));
    }

    /** Whether another instance of ours has a key of this algorithm on it. */
    boolean signedBeyond(String instance, String algorithm) {
        return owners.entrySet().stream().filter(owner -> !owner.getKey().equals(instance)).flatMap(owner -> owner.getValue().stream())
                .anyMatch(kid -> keys.containsKey(kid) && algorithm.equals(keys.get(kid).getValue("alg")));
    }

    JsonObject jwks() {
        return new JsonObject().put("keys", new JsonArray(List.copyOf(keys.values())));
    }

    JsonObject instances() {
        JsonObject instances = new JsonObject();
        owners.forEach((instance, kids) -> instances.put(instance, new JsonArray(List.copyOf(kids))));
        return instances;
    }
}
