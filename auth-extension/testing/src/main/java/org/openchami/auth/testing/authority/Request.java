package org.openchami.auth.testing.authority;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * One HTTP request, read whole.
 *
 * @param uri path and query
 * @param variables what the placeholders of the route stand for, decoded
 */
record Request(String method, String uri, MultiMap headers, String body, Map<String, String> variables) {
    Request at(Map<String, String> matched) {
        return new Request(method, uri, headers, body, matched);
    }

    String variable(String name) {
        return variables.get(name);
    }

    /** Of a repeated parameter only the first counts. */
    String query(String name) {
        return first(new QueryStringDecoder(uri).parameters(), name);
    }

    Map<String, List<String>> form() {
        boolean sent = Optional.ofNullable(headers.get("Content-Type")).orElse("").startsWith("application/x-www-form-urlencoded");
        return sent ? new QueryStringDecoder(body, false).parameters() : Map.of();
    }

    String field(String name) {
        return first(form(), name);
    }

    String bearer() {
        String header = Optional.ofNullable(headers.get("Authorization")).orElse("");
        return header.regionMatches(true, 0, "Bearer ", 0, 7) ? header.substring(7) : "";
    }

    /** Hydra doesn't look at the content type. */
    JsonObject json() {
        try {
            return new JsonObject(body);
        } catch (DecodeException | ClassCastException e) {
            throw undecodable();
        }
    }

    JsonArray array() {
        try {
            return new JsonArray(body);
        } catch (DecodeException | ClassCastException e) {
            throw Refusal.unrecognizable();
        }
    }

    static Refusal undecodable() {
        return Refusal.of(400, Refusal.MALFORMED, "Unable to decode the request body: it is no JSON object");
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of("")).get(0);
    }
}
