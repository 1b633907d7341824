package org.openchami.auth.authority;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A server could not be asked, or gave no answer that can be used. Says which one and why; never what was sent. */
public final class UnavailableException extends RuntimeException {
    private final String why;
    private final transient Optional<Duration> retryAfter;

    public UnavailableException(URI server, String why) {
        this(server, why, Optional.empty());
    }

    public UnavailableException(URI server, String why, Optional<Duration> retryAfter) {
        super(server.getScheme() + "://" + server.getRawAuthority() + server.getRawPath() + ": " + why, null, false, false);
        this.why = why;
        this.retryAfter = retryAfter;
    }

    /** The message without the address. */
    public String why() {
        return why;
    }

    /** How long the server asks us to wait; empty if it asks for nothing. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
