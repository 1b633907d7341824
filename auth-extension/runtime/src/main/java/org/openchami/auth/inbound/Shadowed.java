package org.openchami.auth.inbound;

import java.util.Locale;

/** Why a request would have been refused: one word each, for logs and metrics. */
enum Shadowed {
    NO_TOKEN,
    MALFORMED_CREDENTIAL,
    BAD_TOKEN,
    KEYS_UNAVAILABLE,
    /** There is no room to remember its proof, or no time to check it. */
    CROWDED_OUT,
    /** The client may not call, from there, or that way. */
    NOT_ADMITTED,
    MALFORMED_ROLE,
    ROLE_NOT_GRANTED,
    /** The resource's own rule: a scope or a role is missing. */
    NOT_PERMITTED,
    CONTEXT;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
