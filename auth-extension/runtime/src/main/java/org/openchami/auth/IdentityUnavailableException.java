package org.openchami.auth;

import java.time.Duration;

/** This service holds nothing of its own that it could show to a peer, and can't get it now. Answered outside with 503 and {@code Retry-After}. */
public final class IdentityUnavailableException extends AuthException {
    private final Duration retryAfter;

    public IdentityUnavailableException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
