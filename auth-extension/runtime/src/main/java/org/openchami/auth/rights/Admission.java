package org.openchami.auth.rights;

import java.time.Duration;
import java.util.Set;

import io.smallrye.mutiny.Uni;

/** Whether a verified credential is worth something for this request. */
public sealed interface Admission {

    /** It is, and this is what its holder may do. */
    record Granted(Set<String> scopes) implements Admission {
        public Granted {
            scopes = Set.copyOf(scopes);
        }
    }

    record Refused(Denial denial) implements Admission {}

    /** It can't be said now. */
    record Undecided(Duration retryAfter) implements Admission {}

    /** A signature is to be checked first. The outcome is none of this kind, and may come from another thread. */
    record Pending(Uni<Admission> outcome) implements Admission {}
}
