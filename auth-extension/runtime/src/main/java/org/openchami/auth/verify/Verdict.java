package org.openchami.auth.verify;

import java.time.Duration;
import java.util.function.Function;

/** What is to be thought of a token. */
public sealed interface Verdict {

    /** It is good. The same token gives the same object for as long as its verdict is remembered. */
    final class Accepted implements Verdict {
        private final AccessToken token;
        private volatile Object made;

        public Accepted(AccessToken token) {
            this.token = token;
        }

        public AccessToken token() {
            return token;
        }

        /**
         * What a caller makes of the token, made once for all its requests and dropped with the verdict. There is room for one thing: two kinds by
         * turns are made anew each time. It must be immutable, and hold nothing of a request.
         */
        public <T> T once(Class<T> kind, Function<AccessToken, T> make) {
            Object known = made;
            if (!kind.isInstance(known)) {
                known = make.apply(token);
                made = known;
            }
            return kind.cast(known);
        }

        @Override
        public String toString() {
            return "Accepted[" + token + "]";
        }
    }

    record Rejected(Reason reason) implements Verdict {}

    /** Nothing can be said now: the issuer's keys can't be had, or too many wait already. */
    record Undecided(Duration retryAfter) implements Verdict {}
}
