package org.openchami.auth.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Objects;

/** An access token in the form it is sent (RFC 6750 section 2.1). Nothing prints it. */
public final class BearerToken {
    private final String value;
    private final Instant expiresAt;

    public BearerToken(String value, Instant expiresAt) {
        this.value = Objects.requireNonNull(value);
        this.expiresAt = Objects.requireNonNull(expiresAt);
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public String reveal() {
        return value;
    }

    /** The value of an Authorization header. */
    public String header() {
        return "Bearer " + value;
    }

    /** The {@code ath} of RFC 9449 section 4.2: base64url of the SHA-256 of the token. */
    public String hash() {
        return Secret.of(value).hash();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BearerToken token && MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8),
                token.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "Bearer ***";
    }
}
