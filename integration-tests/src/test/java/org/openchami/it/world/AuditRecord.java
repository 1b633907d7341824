package org.openchami.it.world;

import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;

/** One audit record. */
public record AuditRecord(JsonObject content) {
    /** The value at a JSON pointer (RFC 6901) as text; empty if there is none. */
    public String at(String pointer) {
        Object value = JsonPointer.from(pointer).queryJson(content);
        return value == null ? "" : value.toString();
    }

    public String transaction() {
        return at("/transaction/id");
    }

    @Override
    public String toString() {
        return content.encode();
    }
}
