package org.openchami.auth.inbound;

import java.util.List;
import java.util.regex.Pattern;

import io.vertx.core.MultiMap;

/** What a request's Authorization header says (RFC 6750 section 2.1, RFC 9110 section 11.6.2). */
sealed interface BearerHeader {

    /** No credential: nothing, a Bearer scheme without a token, or another scheme. */
    record None() implements BearerHeader {}

    /** Two headers, or one that no client should send. */
    record Malformed() implements BearerHeader {}

    record Token(String value) implements BearerHeader {
        @Override
        public String toString() {
            return "Token[***]";
        }
    }

    /** The b64token of RFC 6750: what is outside of it, a comma or a blank, is no token. */
    Pattern B64TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    static BearerHeader read(MultiMap headers) {
        List<String> values = headers.getAll("Authorization");
        if (values.isEmpty()) {
            return new None();
        }
        if (values.size() > 1) {
            return new Malformed();
        }
        String value = values.get(0);
        String scheme = value.split(" ", 2)[0];
        if (!scheme.equalsIgnoreCase("Bearer")) {
            return scheme.matches("[A-Za-z][A-Za-z0-9-]*") && value.length() > scheme.length() ? new None() : new Malformed();
        }
        String token = value.substring(scheme.length());
        if (token.isBlank()) {
            return new None();
        }
        return B64TOKEN.matcher(token.substring(1)).matches() ? new Token(token.substring(1)) : new Malformed();
    }
}
