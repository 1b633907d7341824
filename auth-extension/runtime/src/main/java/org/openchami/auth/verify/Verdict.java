package org.openchami.auth.verify;

import java.time.Duration;

/** What is to be thought of a token. */
public sealed interface Verdict {

    record Accepted(AccessToken token) implements Verdict {}

    record Rejected(Reason reason) implements Verdict {}

    /** The authority's keys can't be had, so nothing can be said. */
    record Undecided(Duration retryAfter) implements Verdict {}
}
