package org.openchami.auth.rights;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.jose4j.jwt.JwtClaims;
import org.openchami.auth.secret.BearerToken;
import org.openchami.auth.verify.AccessToken;

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
    static AccessToken bound(String client, Map<String, Object> cnf, String... scopes) {
        return token(client, client, cnf, scopes);
    }

    private static AccessToken token(String subject, String client, Map<String, Object> cnf, String... scopes) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(subject);
        if (!cnf.isEmpty()) {
            claims.setClaim("cnf", cnf);
        }
        return new AccessToken(BEARER, new DefaultJWTCallerPrincipal("t", "JWT", claims), "http://hydra", subject, client,
                subject.equals(client), Set.of("smd"), Set.of(scopes));
    }
}
