package org.openchami.auth.authority;

import java.util.Optional;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/** What a server said: its status, and its body in full. */
public record Answer(int status, byte[] body) {

    /** The body as a JSON object; empty if it is anything else. */
    public Optional<JsonObject> json() {
        try {
            return Optional.of(new JsonObject(Buffer.buffer(body)));
        } catch (DecodeException | ClassCastException e) {
            return Optional.empty();
        }
    }

    /** Never the body: it may hold what must not be printed. */
    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
