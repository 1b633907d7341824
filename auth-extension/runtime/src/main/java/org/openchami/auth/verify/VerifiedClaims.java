package org.openchami.auth.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Set;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.openchami.auth.secret.BearerToken;
import org.openchami.auth.secret.CompactForm;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;

/** A verified token as MicroProfile JWT sees it, read when first asked for: most calls never are. */
final class VerifiedClaims implements JsonWebToken {
    private final BearerToken bearer;
    private final Set<String> groups;
    private volatile JsonWebToken read;

    /** @param groups those that the issuer's profile finds, wherever the token has them */
    VerifiedClaims(BearerToken bearer, Set<String> groups) {
        this.bearer = bearer;
        this.groups = groups;
    }

    private JsonWebToken read() {
        JsonWebToken known = read;
        if (known == null) {
            try {
                JwtClaims claims = JwtClaims
                        .parse(new String(CompactForm.parts(bearer.reveal()).orElseThrow().get(1), StandardCharsets.UTF_8));
                claims.setStringListClaim("groups", new ArrayList<>(groups));
                known = new DefaultJWTCallerPrincipal(bearer.reveal(), "JWT", claims);
            } catch (InvalidJwtException e) {
                throw new IllegalStateException("The claims of a verified token can't be read");
            }
            read = known;
        }
        return known;
    }

    @Override
    public String getName() { return read().getName(); }

    @Override
    public Set<String> getClaimNames() { return read().getClaimNames(); }

    @Override
    public <T> T getClaim(String name) {
        return read().getClaim(name);
    }

    @Override
    public Set<String> getGroups() { return groups; }

    @Override
    public String toString() {
        return "JsonWebToken[***]";
    }
}
