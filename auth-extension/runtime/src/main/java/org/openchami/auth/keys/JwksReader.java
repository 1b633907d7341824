package org.openchami.auth.keys;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.openchami.auth.keys.Jwk.Dropped;
import org.openchami.auth.keys.Jwk.Usable;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Reads a JWK set (RFC 7517 section 5). What can't be used is left out key by key; one bad key never costs the others. */
final class JwksReader {
    private final JwkReader reader;

    /**
     * @param kidOptional whether a key without a name is of use
     * @param algorithms that its issuer may use
     */
    JwksReader(boolean kidOptional, Set<String> algorithms) {
        reader = new JwkReader(kidOptional, algorithms);
    }

    /**
     * What was found.
     *
     * @param set without any key if this is no JWK set, or holds none that can be used: such an answer never replaces a good one
     */
    record Found(KeySet set, List<Dropped> dropped) {}

    /** @param former the set before: a key that is in it, too, stays the same object, and is not judged again if nothing of it changed */
    Found read(JsonObject json, Instant readAt, KeySet former) {
        Map<String, Usable> named = new LinkedHashMap<>();
        List<Usable> nameless = new ArrayList<>();
        Set<String> twice = new HashSet<>();
        List<Dropped> dropped = new ArrayList<>();
        JsonArray array = json.getValue("keys") instanceof JsonArray keys ? keys : new JsonArray();
        for (Object item : array) {
            if (!(item instanceof JsonObject object)) {
                continue;
            }
            Jwk jwk = former.published(object).<Jwk>map(key -> new Usable(key, object)).orElseGet(() -> reader.read(object));
            if (jwk instanceof Dropped bad) {
                dropped.add(bad);
            } else if (jwk instanceof Usable usable && usable.key().kid().isEmpty()) {
                nameless.add(usable);
            } else if (jwk instanceof Usable usable && named.putIfAbsent(usable.key().kid(), usable) != null) {
                twice.add(usable.key().kid());
            }
        }
        twice.forEach(kid -> dropped.add(new Dropped(kid, "several keys have this kid", false)));
        named.keySet().removeAll(twice);
        nameless.addAll(named.values());
        return new Found(set(nameless, readAt, former), List.copyOf(dropped));
    }

    private static KeySet set(List<Usable> usable, Instant readAt, KeySet former) {
        List<Usable> sorted = usable.stream().sorted(Comparator.comparing((Usable one) -> one.key().kid())).toList();
        return new KeySet(sorted.stream().map(one -> former.same(one.key())).toList(), readAt,
                new JsonArray(sorted.stream().map(Usable::json).toList()));
    }
}
