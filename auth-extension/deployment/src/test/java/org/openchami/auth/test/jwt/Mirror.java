package org.openchami.auth.test.jwt;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Shows the caller's token as MicroProfile JWT gives it to a resource. */
@Path("/mirror")
@RequestScoped
@Produces("text/plain")
public class Mirror {
    @Inject
    JsonWebToken token;
    @Inject
    @Claim(standard = Claims.iss)
    String issuer;
    @Inject
    @Claim("jti")
    ClaimValue<String> id;
    @Inject
    @Claim(standard = Claims.upn)
    JsonString name;
    @Inject
    @Claim(standard = Claims.iat)
    JsonNumber issuedAt;
    @Inject
    @Claim(standard = Claims.exp)
    Long expiry;
    @Inject
    @Claim("groups")
    Set<String> groups;
    @Inject
    @Claim("nickname")
    ClaimValue<Optional<String>> nickname;
    @Inject
    @Claim("city")
    Provider<Optional<String>> city;

    @GET
    @Path("/token")
    @RolesAllowed("operators")
    public String token() {
        return String.join(" ", token.getName(), token.getIssuer(), token.getSubject(), token.getTokenID(),
                String.join("+", new TreeSet<>(token.getAudience())), Long.toString(token.getIssuedAtTime()),
                Long.toString(token.getExpirationTime()), String.join("+", new TreeSet<>(token.getGroups())));
    }

    @GET
    @Path("/claims")
    @RolesAllowed("operators")
    public String claims() {
        return String.join(" ", issuer, id.getValue(), name.getString(), Long.toString(issuedAt.longValueExact()), expiry.toString(),
                String.join("+", new TreeSet<>(groups)), nickname.getValue().orElse("none"), city.get().orElse("nowhere"));
    }

    @GET
    @Path("/raw")
    @RolesAllowed("operators")
    public String raw() {
        return token.getRawToken();
    }

    @GET
    @Path("/open")
    @PermitAll
    public String open() {
        return token.getName() + " " + (token.getClaimNames() == null ? "no claims" : token.getGroups());
    }

    @GET
    @Path("/forgotten")
    public String forgotten() {
        return "open by mistake";
    }
}
