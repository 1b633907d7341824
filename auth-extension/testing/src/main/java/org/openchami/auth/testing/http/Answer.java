package org.openchami.auth.testing.http;

import java.net.http.HttpHeaders;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** One HTTP answer, read whole. */
public record Answer(int status, HttpHeaders headers, String body) {
    public JsonObject json() {
        return new JsonObject(body);
    }

    public JsonArray array() {
        return new JsonArray(body);
    }

    /** The header's first value, empty if there is none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** @throws UnexpectedAnswer that names the call and the status, never a body: it may hold a token */
    public Answer expect(int wanted, String call) {
        if (status != wanted) {
            throw new UnexpectedAnswer(call, wanted, status);
        }
        return this;
    }

    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
