package org.openchami.auth.testing.authority;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** OpenID Connect Discovery, health and version. */
record DiscoveryApi(AuthorityOptions options, KeySets keys, String publicUrl) {
    void addPublicTo(Routes routes) {
        routes.on("GET", "/.well-known/openid-configuration", request -> Reply.json(200, document()));
        addHealthTo(routes);
    }

    void addAdminTo(Routes routes) {
        routes.on("GET", "/version", request -> Reply.json(200, new JsonObject().put("version", "v2.3.0")));
        addHealthTo(routes);
    }

    private static void addHealthTo(Routes routes) {
        JsonObject ok = new JsonObject().put("status", "ok");
        routes.on("GET", "/health/alive", request -> Reply.json(200, ok)).on("GET", "/health/ready", request -> Reply.json(200, ok));
    }

    private JsonObject document() {
        JsonObject document = new JsonObject()
                .put("issuer", options.issuer())
                .put("authorization_endpoint", publicUrl + "/oauth2/auth")
                .put("token_endpoint", publicUrl + "/oauth2/token")
                .put("jwks_uri", publicUrl + "/.well-known/jwks.json")
                .put("revocation_endpoint", publicUrl + "/oauth2/revoke")
                .put("userinfo_endpoint", publicUrl + "/userinfo")
                .put("subject_types_supported", array("public"))
                .put("response_types_supported",
                        array("code", "code id_token", "id_token", "token id_token", "token", "token id_token code"))
                .put("grant_types_supported", array("authorization_code", "implicit", "client_credentials", "refresh_token"))
                .put("scopes_supported", array("offline_access", "offline", "openid"))
                .put("token_endpoint_auth_methods_supported", array("client_secret_post", "client_secret_basic", "private_key_jwt", "none"))
                .put("id_token_signing_alg_values_supported", array(keys.newest(KeySets.ID_TOKENS).getAlgorithm()))
                .put("code_challenge_methods_supported", array("plain", "S256"));
        return options.registration() ? document.put("registration_endpoint", publicUrl + "/oauth2/register") : document;
    }

    private static JsonArray array(String... words) {
        JsonArray array = new JsonArray();
        for (String word : words) {
            array.add(word);
        }
        return array;
    }
}
