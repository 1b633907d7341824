package org.openchami.auth.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How this service is known at the authority, and what it proves itself with; checked.
 *
 * @param clientId what it asks to be called; an authority may give another id
 * @param url the admin API or the registration endpoint, without a trailing slash; empty for {@code given}, and where nothing speaks
 * @param maxAge of a key or a secret of ours
 */
public record OwnClient(RegistrationConfig.Kind kind, String clientId, Optional<URI> url, Optional<SecretSource> initialAccessToken,
        String assertionAudience, boolean deleteOnShutdown, OwnClientConfig.Authentication authentication,
        OwnClientConfig.Algorithm algorithm, Optional<SecretSource> secret, Optional<Path> keyFile, Optional<Path> keyPasswordFile,
        Duration maxAge, Duration keyOverlap, Optional<SecretSource> refreshToken, Optional<SecretSource> accessToken) {

    /** Whether somebody else gets our tokens, and all that is done here is to use them. */
    public boolean accessOnly() {
        return accessToken.isPresent();
    }

    public boolean given() {
        return kind == RegistrationConfig.Kind.GIVEN;
    }

    /** Whether it is a key that proves us, and not a secret. */
    public boolean provenByKey() {
        return authentication == OwnClientConfig.Authentication.PRIVATE_KEY_JWT;
    }
}
