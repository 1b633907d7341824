package org.openchami.auth.credential;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import org.openchami.auth.secret.Secret;

/**
 * A client secret (RFC 6749 section 2.3.1).
 *
 * @param since when we had it
 * @param expiresAt {@code client_secret_expires_at} of RFC 7591 section 3.2.1; empty for never
 */
public record ClientSecret(Secret value, Instant since, Optional<Instant> expiresAt) {
    private static final int BYTES = 32;

    /** One of our own making: 256 random bits in base64url, which every encoding leaves as they are. */
    public static ClientSecret generate(Instant now) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return new ClientSecret(Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(random)), now, Optional.empty());
    }
}
