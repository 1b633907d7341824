package org.openchami.it.container;

import java.util.List;

import org.testcontainers.containers.GenericContainer;

import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;

/** What a service has written to its audit log, which is its container's output: the lines that are JSON objects. */
record AuditLog(GenericContainer<?> container) {

    List<Entry> entries() {
        return container.getLogs().lines().filter(line -> line.startsWith("{") && line.endsWith("}")).map(JsonObject::new).map(Entry::new)
                .toList();
    }

    record Entry(JsonObject content) {

        /** The value at a JSON pointer (RFC 6901) as text; {@code null} as text if there is none. */
        String at(String pointer) {
            return String.valueOf(JsonPointer.from(pointer).queryJson(content));
        }
    }
}
