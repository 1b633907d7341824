package org.openchami.auth.identity;

import java.time.Duration;
import java.util.Optional;

import org.openchami.auth.authority.OAuthError;
import org.openchami.auth.secret.BearerToken;
import org.openchami.auth.secret.Secret;

/** What came of a request to the token endpoint. No text of it holds a token or a secret. */
sealed interface TokenAnswer {

    /**
     * @param life from now on; right whatever our clock shows
     * @param refreshToken the successor of the one that was spent; to be stored before the token is used
     */
    record Granted(BearerToken token, Duration life, Optional<Secret> refreshToken) implements TokenAnswer {}

    /** An OAuth error, with status 400, 401 or 403. */
    record Refused(int status, OAuthError error) implements TokenAnswer {

        /** Whether what is refused is the form of our proof: the authority knows its token endpoint by another address than we. */
        boolean ofAssertion() {
            return error.description().contains("client_assertion");
        }
    }

    /**
     * An answer that is neither a usable token nor a refusal.
     *
     * @param lacking whether it is a token all the same, and lacks some of what we are configured for
     * @param refreshToken what came with it all the same: the one that was sent may be spent
     */
    record Unusable(String why, boolean lacking, Optional<Secret> refreshToken) implements TokenAnswer {
        Unusable(String why) {
            this(why, Optional.empty());
        }

        Unusable(String why, Optional<Secret> refreshToken) {
            this(why, false, refreshToken);
        }
    }

    /** No answer, or one that asks to come back: 429, 5xx. */
    record Unreachable(String why, Optional<Duration> retryAfter) implements TokenAnswer {}
}
