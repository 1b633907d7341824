package org.openchami.auth.observe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.openchami.auth.ServiceIdentity;
import org.openchami.auth.keys.Keys;

/** Ready when callers can be judged, and this service's own identity is usable or not needed. Says what state that is in, why and since when, and which step is missing. */
@Readiness
@ApplicationScoped
class IdentityReadiness implements HealthCheck {
    private final ServiceIdentity identity;
    private final Keys keys;

    @Inject
    IdentityReadiness(ServiceIdentity identity, Keys keys) {
        this.identity = identity;
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        ServiceIdentity.Description own = identity.describe();
        var response = HealthCheckResponse.named("openchami-auth").status(own.usable() && keys.usable())
                .withData("client_id", own.clientId())
                .withData("mode", own.mode()).withData("identity", own.state()).withData("cause", own.cause())
                .withData("since", own.since().toString())
                .withData("keys", keys.usable() ? keys.size() + " usable" : "none: the authority can't be read");
        own.expiresAt().ifPresent(end -> response.withData("expires_at", end.toString()));
        own.problem().ifPresent(problem -> response.withData("problem", problem));
        return response.build();
    }
}
