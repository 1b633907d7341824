package org.openchami.auth.inbound;

import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

import org.openchami.auth.config.Settings;
import org.openchami.auth.context.TransactionId;
import org.openchami.auth.verify.TokenVerifier;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Reads no header: everybody is nobody. It stands here and not beside its like because the class it replaces is this package's own. */
@Alternative
@Priority(Interceptor.Priority.LIBRARY_AFTER)
@Singleton
class BearerOff extends BearerMechanism {

    @Inject
    BearerOff(TokenVerifier verifier, Settings settings, SourceAddress sources, TransactionId transactions) {
        super(verifier, settings, sources, transactions);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() { return Set.of(); }
}
