package org.openchami.local;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/** One audit record: the line as written, and what it says. */
record AuditRecord(String line, JsonNode content) {

    /** The value at a JSON pointer as text; empty if there is none. */
    String at(String pointer) {
        return content.at(pointer).asText("");
    }

    String transaction() {
        return at("/transaction/id");
    }

    boolean says(Map<String, String> expected) {
        return differences(expected).isEmpty();
    }

    /** What is not as expected, by JSON pointer: the value found. */
    Map<String, String> differences(Map<String, String> expected) {
        Map<String, String> different = new TreeMap<>();
        expected.forEach((pointer, value) -> {
            if (!at(pointer).equals(value)) {
                different.put(pointer, at(pointer));
            }
        });
        return different;
    }
}
