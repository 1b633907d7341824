package org.openchami.auth.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
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
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Bearer ***";
    }
}
