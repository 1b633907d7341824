package org.openchami.auth.testing.authority;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The part of JSON Patch (RFC 6902) that Hydra takes: add, remove and replace of object members. */
final class JsonPatch {
    private static final Set<String> OPERATIONS = Set.of("add", "remove", "replace");

    private JsonPatch() {}

    static JsonObject apply(JsonArray patch, JsonObject original) {
        JsonObject changed = original.copy();
        for (Object step : patch) {
            if (!(step instanceof JsonObject operation) || !OPERATIONS.contains(operation.getString("op", ""))) {
                throw Refusal.unrecognizable();
            }
            List<String> path = Arrays.stream(operation.getString("path", "").split("/")).skip(1)
                    .map(name -> name.replace("~1", "/").replace("~0", "~")).toList();
            one(operation, path, changed);
        }
        return changed;
    }

    private static void one(JsonObject operation, List<String> path, JsonObject target) {
        JsonObject parent = target;
        for (String name : path.subList(0, Math.max(0, path.size() - 1))) {
            if (!(parent.getValue(name) instanceof JsonObject inner)) {
                return;
            }
            parent = inner;
        }
        String last = path.isEmpty() ? "" : path.get(path.size() - 1);
        if (operation.getString("op").equals("remove")) {
            parent.remove(last);
        } else {
            parent.put(last, operation.getValue("value"));
        }
    }
}
