package org.openchami.auth.verify;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a token is bound to (RFC 7800): a key (RFC 9449 section 6.1) or a certificate (RFC 8705 section 3.1), by thumbprint. Members that are not
 * known are ignored where one is that can be checked, and refuse the token where none is.
 */
record Confirmation(Optional<String> key, Optional<String> certificate) {
    private static final Confirmation NONE = new Confirmation(Optional.empty(), Optional.empty());
    /** SHA-256 in base64url. */
    private static final int LENGTH = 43;

    /** Empty if the token is bound to something that can't be checked. */
    static Optional<Confirmation> of(JsonNode claims) {
        if (!claims.has("cnf")) {
            return Optional.of(NONE);
        }
        JsonNode cnf = claims.get("cnf");
        if (!thumbprint(cnf.get("jkt")) || !thumbprint(cnf.get("x5t#S256"))) {
            return Optional.empty();
        }
        Confirmation found = new Confirmation(UnverifiedToken.text(cnf, "jkt"), UnverifiedToken.text(cnf, "x5t#S256"));
        return found.equals(NONE) ? Optional.empty() : Optional.of(found);
    }

    private static boolean thumbprint(JsonNode value) {
        return value == null || value.isTextual() && value.textValue().length() == LENGTH
                && value.textValue().chars()
                        .allMatch(one -> one >= '0' && one <= '9' || one >= 'A' && one <= 'Z' || one >= 'a' && one <= 'z'
                                || one == '-' || one == '_');
    }
}
