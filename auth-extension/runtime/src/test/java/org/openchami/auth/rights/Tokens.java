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

    private Tokens() {}

    static AccessToken user(String... scopes) {
        return token("operator", "openchami-cli", Map.of(), scopes);
    }

    static AccessToken service(String client, String... scopes) {
        return token(client, client, Map.of(), scopes);
    }

    /** A service's, bound in this way. */
    static AccessToken bound(String client, Map<String, String> cnf, String... scopes) {
        return token(client, client, cnf, scopes);
    }

    private static AccessToken token(String subject, String client, Map<String, String> cnf, String... scopes) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(subject);
        Principal principal = subject.equals(client)
                ? new Principal.Service("http://hydra", client)
                : new Principal.User("http://hydra", subject, client);
        return new AccessToken(BEARER, new DefaultJWTCallerPrincipal("t", "JWT", claims), Issuer.MAIN, principal, Set.of("smd"),
                Set.of(scopes), Set.of(), Instant.EPOCH, Optional.ofNullable(cnf.get("jkt")), Optional.ofNullable(cnf.get("x5t#S256")));
    }
}
