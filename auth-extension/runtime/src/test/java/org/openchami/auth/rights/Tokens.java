package org.openchami.auth.rights;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jose4j.jwt.JwtClaims;
import org.openchami.auth.config.Issuer;
import org.openchami.auth.secret.BearerToken;
import org.openchami.auth.verify.AccessToken;
import org.openchami.auth.verify.Principal;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;

/** Access tokens that were verified. */
final class Tokens {
    static final BearerToken BEARER = new BearerToken("the-access-token", Instant.MAX);

    private static final String ISSUER = "http://hydra";

    private Tokens() {}

    static AccessToken user(String... scopes) {
        return token(new Principal.User(ISSUER, "operator", "openchami-cli"), Map.of(), scopes);
    }

    static AccessToken service(String client, String... scopes) {
        return bound(client, Map.of(), scopes);
    }

    /** A service's, bound in this way. */
    static AccessToken bound(String client, Map<String, String> cnf, String... scopes) {
        return token(new Principal.Service(ISSUER, client), cnf, scopes);
    }

    private static AccessToken token(Principal principal, Map<String, String> cnf, String... scopes) {
        return new AccessToken(BEARER, new DefaultJWTCallerPrincipal("t", "JWT", new JwtClaims()), Issuer.MAIN, principal, Set.of("smd"),
                Set.of(scopes), Set.of(), Instant.EPOCH, Optional.ofNullable(cnf.get("jkt")), Optional.ofNullable(cnf.get("x5t#S256")));
    }
}
