package org.openchami.auth.context;

import java.time.Duration;

/** What is to be thought of a call's context. */
public sealed interface ContextVerdict {

    record Valid(CallChain chain) implements ContextVerdict {}

    record Invalid(Fault fault) implements ContextVerdict {}

    /** The sender's keys can't be had, so nothing can be said. */
    record Undecided(Duration retryAfter) implements ContextVerdict {}

    /** Why a context does not hold: for records. */
    enum Fault {
        MISSING,
        MALFORMED,
        UNKNOWN_SENDER,
        FOREIGN,
        SIGNATURE,
        /** The key is none of those that the sender is pinned to. */
        KEY_PIN,
        STALE,
        AUDIENCE,
        OTHER_TOKEN,
        ORIGIN_NOT_ALLOWED
    }
}
