package org.openchami.auth.inbound;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.openchami.auth.config.HttpPaths;
import org.openchami.auth.config.Issuer;
import org.openchami.auth.rights.CertificatePrincipal;
import org.openchami.auth.secret.Json;
import org.openchami.auth.verify.AccessToken;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Tells a caller who it is to this service, with what, until when, and which rule decided that: {@code GET /q/auth/whoami}. Never the token. */
@Singleton
class WhoAmI {
    private static final List<String> CLAIMS = List.of("preferred_username", "acr", "auth_time", "azp", "sid", "jti");

    private final HttpPaths paths;
    private final Answers answers;

    @Inject
    WhoAmI(HttpPaths paths, Answers answers) {
        this.paths = paths;
        this.answers = answers;
    }

    void install(@Observes Router router) {
        router.get(paths.route("auth/whoami")).handler(this::answer);
    }

    private void answer(RoutingContext request) {
        SecurityIdentity caller = request.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
        if (caller == null || caller.isAnonymous()) {
            answers.send(request, answers.refusal(request));
            return;
        }
        request.response().putHeader("Content-Type", "application/json").putHeader("Cache-Control", "no-store")
                .end(Json.text(describe(caller)));
    }

    private static JsonObject describe(SecurityIdentity caller) {
        AccessToken token = caller.getAttribute(TokenIdentity.TOKEN);
        Set<String> scopes = caller.getAttribute(TokenIdentity.SCOPES);
        CertificatePrincipal holder = caller.getAttribute(CertificateIdentity.HOLDER);
        if (holder != null) {
            JsonObject principal = new JsonObject().put("kind", holder.service() ? "service" : "user").put("id", holder.id()).put("issuer",
                    CertificatePrincipal.ISSUER);
            return new JsonObject().put("principal", principal).put("scopes", sorted(scopes)).put("roles", sorted(caller.getRoles()))
                    .put("rule", "certificate " + holder.rule()).put("proof", "certificate")
                    .put("expires_at", holder.expiresAt().toString());
        }
        if (token == null) {
            // another mechanism's, which a service brought along
            return new JsonObject().put("principal", new JsonObject().put("id", caller.getPrincipal().getName()))
                    .put("roles", sorted(caller.getRoles()));
        }
        JsonObject principal = new JsonObject().put("kind", token.service() ? "service" : "user").put("id", token.subject())
                .put("client_id", token.clientId()).put("issuer", token.issuer());
        return new JsonObject().put("principal", principal).put("scopes", sorted(scopes)).put("roles", sorted(caller.getRoles()))
                .put("audience", sorted(token.audience())).put("rule", rule(token)).put("proof", proof(token))
                .put("issued_at", token.issuedAt().toString()).put("expires_at", token.bearer().expiresAt().toString())
                .put("claims", claims(token.claims()));
    }

    /** Which part of this service's configuration made it what it is. */
    private static String rule(AccessToken token) {
        String issuer = token.issuerName().equals(Issuer.MAIN) ? "" : " of issuer " + token.issuerName();
        return token.service() ? "client " + token.clientId() + issuer : "user token of issuer " + token.issuerName();
    }

    private static String proof(AccessToken token) {
        return token.boundKey().isPresent() ? "dpop" : token.boundCertificate().isPresent() ? "certificate" : "none";
    }

    private static JsonObject claims(JsonWebToken token) {
        JsonObject claims = new JsonObject();
        for (String name : CLAIMS) {
            Object value = token.getClaim(name);
            if (value instanceof String || value instanceof Number) {
                claims.put(name, value);
            }
        }
        return claims;
    }

    private static JsonArray sorted(Set<String> words) {
        return new JsonArray(List.copyOf(new TreeSet<>(words)));
    }
}
