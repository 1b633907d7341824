package org.openchami.auth.context;

import java.util.Optional;
import java.util.Set;

import org.openchami.auth.Origin;
import org.openchami.auth.secret.BearerToken;

/**
 * The verified credential of the caller of this very request.
 *
 * @param bearer the token that can go on to peers; empty if the caller came with a client certificate
 * @param clientId whoever holds the credential: a service itself, or the client that a user called with
 * @param service whether it is a service's own; else it is a user's
 */
public record Presented(Optional<BearerToken> bearer, String issuer, String subject, String clientId, boolean service,
        Set<String> audience) {

    /** An access token. */
    public Presented(BearerToken bearer, String issuer, String subject, String clientId, boolean service, Set<String> audience) {
        this(Optional.of(bearer), issuer, subject, clientId, service, audience);
    }

    /** A client certificate: nothing of it can be shown to anybody else. */
    public static Presented certificate(String issuer, String id, boolean service) {
        return new Presented(Optional.empty(), issuer, id, id, service, Set.of());
    }

    /** Who that is, if nobody says more. */
    public Origin origin() {
        return service ? new Origin.Service(clientId) : new Origin.User(issuer, subject);
    }
}
