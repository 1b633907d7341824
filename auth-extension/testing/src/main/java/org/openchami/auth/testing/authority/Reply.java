package org.openchami.auth.testing.authority;

import java.util.LinkedHashMap;
import java.util.Map;

import io.vertx.core.json.JsonObject;

/** One HTTP answer. */
record Reply(int status, String body, Map<String, String> headers) {
    private static final String PRIVATE = "private, no-cache, no-store, must-revalidate";

    static Reply json(int status, Object body) {
        return new Reply(status, body.toString(), Map.of("Content-Type", "application/json; charset=utf-8", "Cache-Control", PRIVATE));
    }

    static Reply noContent() {
        return new Reply(204, "", Map.of("Cache-Control", PRIVATE));
    }

    /** As RFC 6749 5.1 wants answers of the token endpoint. */
    static Reply unstored(int status, JsonObject body) {
        return new Reply(status, body == null ? "" : body.encode(),
                Map.of("Content-Type", "application/json;charset=UTF-8", "Cache-Control", "no-store", "Pragma", "no-cache"));
    }

    static Reply text(int status, String body) {
        return new Reply(status, body, Map.of("Content-Type", "text/plain; charset=utf-8"));
    }

    static Reply redirect(int status, String location) {
        return new Reply(status, "", Map.of("Location", location, "Cache-Control", "no-store"));
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, body, more);
    }
}
