package org.openchami.auth.identity;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.config.HttpPaths;
import org.openchami.auth.config.Settings;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;

/**
 * Publishes the public keys that we sign call contexts with, the former and the next one included, as a JWK set (RFC 7517 section 5), at {@code /q/auth/jwks.json}: our peers have this
 * address in their configuration.
 */
@Singleton
class PublishedKeys {
    private final Settings settings;
    private final Instance<OwnIdentity> identity;
    private final String path;

    @Inject
    PublishedKeys(Settings settings, HttpPaths paths, Instance<OwnIdentity> identity) {
        this.settings = settings;
        this.identity = identity;
        this.path = paths.route("auth/jwks.json");
    }

    void install(@Observes Router router) {
        router.get(path).handler(request -> {
            JsonArray keys = new JsonArray();
            if (settings.speaks()) {
                identity.get().keys().forEach(key -> keys.add(key.publicJwk()));
            }
            request.response().putHeader("Content-Type", "application/jwk-set+json").end(new JsonObject().put("keys", keys).encode());
        });
    }
}
