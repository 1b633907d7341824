package org.openchami.auth.inbound;

import java.util.List;
import java.util.regex.Pattern;

import io.vertx.core.MultiMap;

/** The one role that a caller wants to act in, of those it has: the request header {@code Call-Role}. */
sealed interface CallRole {
    String HEADER = "Call-Role";
    CallRole ANY = new Any();
    CallRole MALFORMED = new Malformed();

    /** All of them: no header. */
    record Any() implements CallRole {}

    /** Two headers, or what is no role's name. */
    record Malformed() implements CallRole {}

    record One(String name) implements CallRole {}

    /** What names of groups are made of in the ecosystem. */
    Pattern NAME = Pattern.compile("[A-Za-z0-9._:/@+-]{1,128}");

    static CallRole read(MultiMap headers) {
        if (!headers.contains(HEADER)) {
            return ANY;
        }
        List<String> values = headers.getAll(HEADER);
        return values.size() == 1 && NAME.matcher(values.get(0)).matches() ? new One(values.get(0)) : MALFORMED;
    }
}
