package org.openchami.auth.identity;

import jakarta.enterprise.context.ApplicationScoped;

import org.openchami.auth.authority.AuthorityClient;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;

/** Gives our token requests the end that Quarkus' OIDC client does not: a server that accepts and says nothing would hold them for ever. */
@ApplicationScoped
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.TOKEN)
class TokenRequestLimit implements OidcRequestFilter {

    @Override
    public Uni<Void> filter(OidcRequestFilterContext context) {
        String client = context.contextProperties().getString("client-id");
        if (client != null && client.startsWith(TokenGrant.CLIENTS)) {
            context.request().timeout(AuthorityClient.LIMIT.toMillis());
        }
        return Uni.createFrom().voidItem();
    }
}
