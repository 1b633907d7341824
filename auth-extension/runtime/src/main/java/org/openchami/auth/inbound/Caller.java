package org.openchami.auth.inbound;

import java.util.Set;

import org.openchami.auth.context.Presented;
import org.openchami.auth.rights.TokenRights;
import org.openchami.auth.verify.AccessToken;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Who holds a token, made once for all requests that it comes with. */
final class Caller {
    private final AccessToken token;
    private final Presented presented;
    private final TokenRights rights;
    private volatile Known known;

    /** An identity, and what it was made for. */
    private record Known(Set<String> scopes, TokenIdentity identity, Uni<SecurityIdentity> item) {}

    Caller(AccessToken token, TokenRights rights) {
        this.token = token;
        this.rights = rights;
        this.presented = new Presented(token.bearer(), token.issuer(), token.subject(), token.clientId(), token.service(),
                token.audience());
    }

    Presented presented() {
        return presented;
    }

    TokenRights rights() {
        return rights;
    }

    /** With these scopes, which are nearly always the same. */
    TokenIdentity identity(Set<String> scopes) {
        return known(scopes).identity();
    }

    Uni<SecurityIdentity> item(Set<String> scopes) {
        return known(scopes).item();
    }

    private Known known(Set<String> scopes) {
        Known made = known;
        if (made == null || !made.scopes().equals(scopes)) {
            TokenIdentity identity = new TokenIdentity(token, scopes);
            made = new Known(scopes, identity, Uni.createFrom().item(identity));
            known = made;
        }
        return made;
    }
}
