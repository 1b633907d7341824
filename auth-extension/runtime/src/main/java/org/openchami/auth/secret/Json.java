package org.openchami.auth.secret;

import java.util.Map;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.jackson.JacksonCodec;

/**
 * JSON documents of ours and of the authority (RFC 8259). A service may set its own mapper as it likes: that changes nothing here, and nobody waits at
 * the start until it is made.
 */
public final class Json {
    private static final JacksonCodec CODEC = new JacksonCodec();

    private Json() {}

    /** @throws DecodeException if it is anything but one object */
    public static JsonObject object(String text) {
        return object(CODEC.fromString(text, Map.class));
    }

    /** @throws DecodeException if it is anything but one object in UTF-8 */
    public static JsonObject object(byte[] utf8) {
        return object(CODEC.fromBuffer(Buffer.buffer(utf8), Map.class));
    }

    @SuppressWarnings("unchecked")
    private static JsonObject object(Map<?, ?> members) {
        if (members == null) {
            throw new DecodeException("null is no object");
        }
        return new JsonObject((Map<String, Object>) members);
    }

    /** On one line. */
    public static String text(JsonObject object) {
        return CODEC.toString(object, false);
    }

    /** For people. */
    public static String pretty(JsonObject object) {
        return CODEC.toString(object, true);
    }

    /** For the wire, in UTF-8. */
    public static Buffer buffer(JsonObject object) {
        return CODEC.toBuffer(object, false);
    }
}
