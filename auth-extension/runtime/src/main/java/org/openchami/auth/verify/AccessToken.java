package org.openchami.auth.verify;

import java.util.Set;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.openchami.auth.secret.BearerToken;

/**
 * A verified access token.
 *
 * @param claims the same token as MicroProfile JWT sees it
 * @param service whether a service speaks for itself: its subject is its client
 */
public record AccessToken(BearerToken bearer, JsonWebToken claims, String issuer, String subject, String clientId, boolean service,
        Set<String> audience, Set<String> scopes) {

    public AccessToken {
        audience = Set.copyOf(audience);
        scopes = Set.copyOf(scopes);
    }

    @Override
    public String toString() {
        return (service ? "service " : "user ") + subject;
    }
}
