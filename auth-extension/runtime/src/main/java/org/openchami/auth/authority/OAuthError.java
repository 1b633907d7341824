package org.openchami.auth.authority;

import java.util.Collection;
import java.util.List;

import io.vertx.core.json.JsonObject;

/**
 * What an OAuth endpoint gave as its reason (RFC 6749 section 5.2). Some authorities put a sentence into {@code error}: go by the status first. Both
 * texts are made harmless: one line of printable characters, not a long one, and nothing of what we sent.
 */
public record OAuthError(String error, String description) {
    private static final int MAX_LENGTH = 400;

    public OAuthError {
        error = plain(error);
        description = plain(description);
    }

    /** Read from an answer; where it holds none, both texts are empty. */
    public static OAuthError of(Answer answer) {
        return of(answer, List.of());
    }

    /** @param secrets what we sent and nobody may read, should the server repeat it */
    public static OAuthError of(Answer answer, Collection<String> secrets) {
        JsonObject json = answer.json().orElseGet(JsonObject::new);
        return new OAuthError(masked(text(json, "error"), secrets), masked(text(json, "error_description"), secrets));
    }

    private static String text(JsonObject json, String name) {
        return json.getValue(name) instanceof String text ? text : "";
    }

    private static String masked(String text, Collection<String> secrets) {
        String masked = text;
        for (String secret : secrets) {
            masked = secret.isEmpty() ? masked : masked.replace(secret, "***");
        }
        return masked;
    }

    private static String plain(String text) {
        String line = text.replaceAll("[^ -~]+", " ");
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + " ...";
    }

    @Override
    public String toString() {
        return description.isEmpty() ? error : error + ": " + description;
    }
}
