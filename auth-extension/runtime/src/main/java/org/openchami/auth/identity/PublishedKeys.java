package org.openchami.auth.identity;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;

/**
 * Publishes the public keys that we sign call contexts with, the former and the next one included, as a JWK set (RFC 7517 section 5), at {@code /q/auth/jwks.json}: our peers have this
 * address in their configuration.
 */
@Singleton
class PublishedKeys {
    private final OwnIdentity identity;
    private final String path;

    @Inject
    PublishedKeys(OwnIdentity identity, @ConfigProperty(name = "quarkus.http.non-application-root-path", defaultValue = "q") String own) {
        this.identity = identity;
        this.path = (own.startsWith("/") ? own : "/" + own) + "/auth/jwks.json";
    }

    void install(@Observes Router router) {
        router.get(path).handler(request -> {
            JsonArray keys = new JsonArray();
            identity.keys().forEach(key -> keys.add(key.publicJwk()));
            request.response().putHeader("Content-Type", "application/jwk-set+json").end(new JsonObject().put("keys", keys).encode());
        });
    }
}
