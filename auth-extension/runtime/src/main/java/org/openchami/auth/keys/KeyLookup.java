package org.openchami.auth.keys;

import java.time.Duration;

/** What is known of a key id. */
public sealed interface KeyLookup {

    record Found(VerificationKey key) implements KeyLookup {}

    /** The authority was asked, and has no such key. */
    record Unknown() implements KeyLookup {}

    /** The authority can't be asked, so nothing can be said. */
    record Unavailable(Duration retryAfter) implements KeyLookup {}
}
