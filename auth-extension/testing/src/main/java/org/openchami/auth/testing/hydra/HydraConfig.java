package org.openchami.auth.testing.hydra;

import java.security.SecureRandom;
import java.util.HexFormat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Hydra's configuration file (JSON is YAML too): development mode, JWT access tokens, exact scopes. */
final class HydraConfig {
    private HydraConfig() {}

    static String newSystemSecret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static String dsn(String plain, HydraOptions options) {
        return plain + "&max_conns=" + options.maxConnections() + "&max_idle_conns=" + Math.min(8, options.maxConnections());
    }

    static String json(HydraOptions options, Address address, String dsn, String systemSecret, Listening listening) {
        JsonObject self = new JsonObject()
                .put("issuer", address.issuer())
                .put("public", address.publicUrl().toString())
                .put("admin", address.adminUrl().toString());
        JsonObject config = new JsonObject()
                .put("dev", true)
                .put("sqa", new JsonObject().put("opt_out", true))
                .put("log", new JsonObject().put("level", "warn"))
                .put("dsn", dsn(dsn, options))
                .put("serve", new JsonObject()
                        .put("public", new JsonObject().put("host", listening.host()).put("port", listening.publicPort()))
                        .put("admin", new JsonObject().put("host", listening.host()).put("port", listening.adminPort())))
                .put("urls", new JsonObject().put("self", self))
                .put("secrets", new JsonObject().put("system", new JsonArray().add(systemSecret)))
                .put("strategies", new JsonObject().put("access_token", "jwt").put("scope", "exact"))
                .put("ttl", new JsonObject().put("access_token", options.accessTokenLifespan().toSeconds() + "s"))
                .put("oidc", new JsonObject().put("dynamic_client_registration", new JsonObject()
                        .put("enabled", options.registration())
                        .put("default_scope", new JsonArray())));
        if (options.registration()) {
            config.put("webfinger", new JsonObject().put("oidc_discovery", new JsonObject()
                    .put("client_registration_url", address.publicUrl() + "/oauth2/register")));
        }
        return config.encodePrettily();
    }

    /** Where the server itself listens; inside a container that is not what callers see. */
    record Listening(String host, int publicPort, int adminPort) {}
}
