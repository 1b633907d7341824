package org.openchami.auth.context;

import java.util.Set;

import org.openchami.auth.Origin;
import org.openchami.auth.secret.BearerToken;

/**
 * The verified credential of the caller of this very request.
 *
 * @param service whether it is a service's own; else it is a user's
 */
public record Presented(BearerToken bearer, String issuer, String subject, String clientId, boolean service, Set<String> audience) {

    /** Who that is, if nobody says more. */
    public Origin origin() {
        return service ? new Origin.Service(clientId) : new Origin.User(issuer, subject);
    }
}
