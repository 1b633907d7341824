package org.openchami.auth.verify;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.openchami.auth.secret.BearerToken;

/**
 * A verified access token.
 *
 * @param claims the same token as MicroProfile JWT sees it; its groups are {@code groups}
 * @param issuerName what its issuer is called in the configuration
 * @param scopes as the token says; what they are worth is another question
 * @param groups a user's, as the issuer's profile reads them
 * @param boundKey the thumbprint of the key whose proof has to come with it (RFC 9449 section 6.1, {@code cnf.jkt})
 * @param boundCertificate the thumbprint of the certificate that has to come with it (RFC 8705 section 3.1, {@code cnf.x5t#S256})
 */
public record AccessToken(BearerToken bearer, JsonWebToken claims, String issuerName, Principal principal, Set<String> audience,
        Set<String> scopes, Set<String> groups, Instant issuedAt, Optional<String> boundKey, Optional<String> boundCertificate) {

    public AccessToken {
        audience = Set.copyOf(audience);
        scopes = Set.copyOf(scopes);
        groups = Set.copyOf(groups);
    }

    /** Whether a service speaks for itself. */
    public boolean service() {
        return principal instanceof Principal.Service;
    }

    /** The {@code iss}. */
    public String issuer() {
        return principal.issuer();
    }

    /** A user's subject, or a service's client id. */
    public String subject() {
        return principal.id();
    }

    public String clientId() {
        return principal.clientId();
    }

    @Override
    public String toString() {
        return (service() ? "service " : "user ") + subject();
    }
}
