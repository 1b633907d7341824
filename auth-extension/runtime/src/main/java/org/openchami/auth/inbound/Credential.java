package org.openchami.auth.inbound;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** What a request's Authorization header says (RFC 6750 section 2.1, RFC 9449 section 7.1, RFC 9110 section 11.6.2). No other place is looked at. */
sealed interface Credential {
    Credential NONE = new None();
    Credential MALFORMED = new Malformed();
    /** What a b64token is made of, but for the signs of equality at its end. */
    boolean[] TOKEN = token();

    /** No credential: nothing, a scheme of ours without a token, or another scheme. */
    record None() implements Credential {}

    /** Two headers, or one that no client should send. */
    record Malformed() implements Credential {}

    /** A token that is to be judged. */
    sealed interface Token extends Credential {
        String token();
    }

    /** One to be believed as it is. */
    record Bearer(String token) implements Token {
        @Override
        public String toString() {
            return "Bearer[***]";
        }
    }

    /** One that a proof has to come with. */
    record DPoP(String token) implements Token {
        @Override
        public String toString() {
            return "DPoP[***]";
        }
    }

    static Credential read(MultiMap headers) {
        List<String> values = headers.getAll(HttpHeaders.AUTHORIZATION);
        return values.isEmpty() ? NONE : values.size() > 1 ? MALFORMED : read(values.get(0));
    }

    private static Credential read(String value) {
        int end = value.indexOf(' ');
        String scheme = end < 0 ? value : value.substring(0, end);
        boolean bearer = scheme.equalsIgnoreCase("Bearer");
        if (!bearer && !scheme.equalsIgnoreCase("DPoP")) {
            return end > 0 && word(scheme) ? NONE : MALFORMED;
        }
        if (!b64token(value, end + 1)) {
            return end < 0 || value.substring(end).isBlank() ? NONE : MALFORMED;
        }
        String token = value.substring(end + 1);
        return bearer ? new Bearer(token) : new DPoP(token);
    }

    private static boolean word(String scheme) {
        for (int i = 0; i < scheme.length(); i++) {
            char c = scheme.charAt(i);
            if (!letter(c) && (i == 0 || !digit(c) && c != '-')) {
                return false;
            }
        }
        return true;
    }

    /** The b64token of RFC 6750: what is outside of it, a comma or a blank, is no token. */
    private static boolean b64token(String value, int start) {
        // beyond Latin-1 it becomes a question mark, which no token has either
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        int i = start;
        while (i < bytes.length && bytes[i] >= 0 && TOKEN[bytes[i]]) {
            i++;
        }
        boolean something = start > 0 && i > start;
        while (i < bytes.length && bytes[i] == '=') {
            i++;
        }
        return something && i == bytes.length;
    }

    private static boolean[] token() {
        boolean[] taken = new boolean[128];
        for (char c = 0; c < taken.length; c++) {
            taken[c] = letter(c) || digit(c) || "-._~+/".indexOf(c) >= 0;
        }
        return taken;
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
