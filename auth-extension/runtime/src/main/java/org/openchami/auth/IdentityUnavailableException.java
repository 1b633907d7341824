package org.openchami.auth;

import java.time.Duration;

/** This service holds no usable token of its own, and can't get one now. Answered outside with 503 and {@code Retry-After}. */
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
