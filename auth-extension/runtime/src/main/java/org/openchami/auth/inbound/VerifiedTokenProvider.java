package org.openchami.auth.inbound;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** The way to a service's own {@link io.quarkus.security.identity.SecurityIdentityAugmentor}s, where it has any. */
@ApplicationScoped
class VerifiedTokenProvider implements IdentityProvider<VerifiedTokenRequest> {

    @Override
    public Class<VerifiedTokenRequest> getRequestType() { return VerifiedTokenRequest.class; }

    @Override
    public Uni<SecurityIdentity> authenticate(VerifiedTokenRequest request, AuthenticationRequestContext context) {
        return Uni.createFrom().item(request.identity());
    }
}
