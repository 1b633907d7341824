package org.openchami.auth.identity;

import java.time.Duration;
import java.util.Optional;

import org.openchami.auth.authority.UnavailableException;
import org.openchami.auth.credential.StoreException;
import org.openchami.auth.registration.RegistrationException;
import org.openchami.auth.secret.SecretFileException;

/** No new token came of it. Says why in words that may be logged. */
final class NoTokenException extends RuntimeException {
    private final boolean refused;
    private final transient Optional<Duration> retryAfter;

    private NoTokenException(String why, boolean refused, Optional<Duration> retryAfter) {
        super(why, null, false, false);
        this.refused = refused;
        this.retryAfter = retryAfter;
    }

    /** Trying again may help. */
    static NoTokenException now(String why, Optional<Duration> retryAfter) {
        return new NoTokenException(why, false, retryAfter);
    }

    /** Only an operator can help. */
    static NoTokenException refused(String why) {
        return new NoTokenException(why, true, Optional.empty());
    }

    /** What a failure of the registration, the store or a file means for the token. */
    static Throwable of(Throwable failure) {
        if (failure instanceof UnavailableException unavailable) {
            return now("not registered: " + unavailable.getMessage(), unavailable.retryAfter());
        }
        return failure instanceof RegistrationException || failure instanceof StoreException || failure instanceof SecretFileException
                ? refused(failure.getMessage())
                : failure;
    }

    boolean refused() {
        return refused;
    }

    /** When the authority asks us to come back. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
