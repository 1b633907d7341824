package org.openchami.auth.inbound;

import java.util.HashSet;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.openchami.auth.config.Settings;
import org.openchami.auth.verify.AccessToken;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/**
 * Scopes become permissions, a user's groups become roles. A service may use only the scopes that this service's own configuration gives it: what its
 * token says is what it asked for, and an authority with open registration gives that to anybody.
 */
@ApplicationScoped
class VerifiedTokenProvider implements IdentityProvider<VerifiedTokenRequest> {
    private final Settings settings;

    @Inject
    VerifiedTokenProvider(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Class<VerifiedTokenRequest> getRequestType() { return VerifiedTokenRequest.class; }

    @Override
    public Uni<SecurityIdentity> authenticate(VerifiedTokenRequest request, AuthenticationRequestContext context) {
        return Uni.createFrom().item(TokenIdentity.of(request.token(), permissions(request.token())));
    }

    private Set<String> permissions(AccessToken token) {
        if (!token.service()) {
            return token.scopes();
        }
        Settings.Client client = settings.clients().get(token.clientId());
        Set<String> allowed = new HashSet<>(client == null ? Set.of() : client.scopes());
        allowed.retainAll(token.scopes());
        return allowed;
    }
}
