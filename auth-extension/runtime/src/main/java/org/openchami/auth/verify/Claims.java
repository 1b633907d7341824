package org.openchami.auth.verify;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** The claims of a token, read by kind. What is there, but of another kind than it has to be, is told from what is not there. */
record Claims(JsonNode json) {
    private static final int MAX_NAME = 255;

    /** The member at this path, with slashes where it is nested. */
    JsonNode at(String path) {
        JsonNode direct = json.path(path);
        if (!direct.isMissingNode() || path.indexOf('/') < 0) {
            return direct;
        }
        JsonNode node = json;
        for (String name : path.split("/", -1)) {
            node = node.isObject() ? node.path(name) : MissingNode.getInstance();
        }
        return node;
    }

    boolean has(String path) {
        return !at(path).isMissingNode();
    }

    /** What somebody is called: some characters, and none that could forge a log line. */
    Optional<String> name(String path) {
        JsonNode value = at(path);
        return value.isTextual() && isName(value.textValue()) ? Optional.of(value.textValue()) : Optional.empty();
    }

    static boolean isName(String text) {
        if (text.length() > MAX_NAME || text.isBlank()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The strings of a list; none if it is missing, empty if it is anything else. */
    Optional<Set<String>> list(String path) {
        JsonNode value = at(path);
        if (value.isMissingNode()) {
            return Optional.of(Set.of());
        }
        Set<String> all = new LinkedHashSet<>();
        for (JsonNode one : value) {
            if (!one.isTextual()) {
                return Optional.empty();
            }
            all.add(one.textValue());
        }
        return value.isArray() ? Optional.of(all) : Optional.empty();
    }

    /** Scopes: a list of them, or words in a string (RFC 6749 section 3.3); none if it is missing, empty if it is anything else. */
    Optional<Set<String>> scopes(String path) {
        JsonNode value = at(path);
        if (!value.isTextual()) {
            return list(path).flatMap(Claims::allScopes);
        }
        Set<String> words = new LinkedHashSet<>();
        for (String word : value.textValue().split(" ")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return allScopes(words);
    }

    private static boolean scope(String text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one <= ' ' || one >= 0x7F || one == '"' || one == '\\') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static Optional<Set<String>> allScopes(Set<String> texts) {
        for (String text : texts) {
            if (!scope(text)) {
                return Optional.empty();
            }
        }
        return Optional.of(texts);
    }
}
