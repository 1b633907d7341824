package org.openchami.auth.verify;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.json.JsonString;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.openchami.auth.config.Issuer;
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

    /** The name of the issuer that this service's configuration gives it. */
    public String issuerName() {
        return Issuer.MAIN;
    }

    /** The thumbprint of the key that the token is bound to (RFC 9449 section 6). */
    public Optional<String> boundKey() {
        return confirmation("jkt");
    }

    /** The hash of the client certificate that the token is bound to (RFC 8705 section 3.1). */
    public Optional<String> boundCertificate() {
        return confirmation("x5t#S256");
    }

    private Optional<String> confirmation(String member) {
        Object value = claims.claim("cnf").orElse(null) instanceof Map<?, ?> cnf ? cnf.get(member) : null;
        return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.ofNullable((String) value);
    }

    @Override
    public String toString() {
        return (service ? "service " : "user ") + subject;
    }
}
