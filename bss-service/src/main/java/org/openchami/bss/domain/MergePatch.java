package org.openchami.bss.domain;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON Merge Patch (RFC 7386) of JSON objects held as maps. */
final class MergePatch {
    private MergePatch() {}

    static Map<String, Object> apply(Map<?, ?> target, Map<?, ?> patch) {
        Map<String, Object> result = new LinkedHashMap<>();
        target.forEach((key, value) -> result.put(key.toString(), value));
        patch.forEach((key, value) -> {
            if (value == null) {
                result.remove(key.toString());
            } else if (value instanceof Map<?, ?> inner) {
                Map<?, ?> old = result.get(key.toString()) instanceof Map<?, ?> map ? map : Map.of();
                result.put(key.toString(), apply(old, inner));
            } else {
                result.put(key.toString(), value);
            }
        });
        return result;
    }
}
