package org.openchami.auth.identity;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/** The token endpoint answered with an OAuth error (RFC 6749 section 5.2), or with something that is none. */
final class TokenRefusedException extends RuntimeException {
    private final String error;

    private TokenRefusedException(String error, String description) {
        super(plain(error + ": " + description), null, false, false);
        this.error = error;
    }

    static TokenRefusedException of(String body) {
        try {
            JsonObject json = new JsonObject(body);
            return new TokenRefusedException(json.getString("error", "error"), json.getString("error_description", ""));
        } catch (DecodeException | ClassCastException | NullPointerException e) {
            return new TokenRefusedException("error", "the answer is no OAuth error");
        }
    }

    /** What a server writes may end up in a log: one line of printable characters, and not a long one. */
    private static String plain(String text) {
        String line = text.replaceAll("[^ -~]+", " ");
        return line.length() <= 200 ? line : line.substring(0, 200) + " ...";
    }

    /**
     * Whether the authority may have forgotten us or our key. It says the same of a database that is down, so this alone decides nothing.
     */
    boolean asksWhoWeAre() {
        return "invalid_client".equals(error) || "invalid_request".equals(error) && getMessage().contains("kid");
    }
}
