package org.openchami.auth.testing.authority;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Client metadata (RFC 7591 2) in the shape in which Hydra stores and shows it. */
final class ClientMetadata {
    static final List<String> LIFESPANS = List.of("authorization_code_grant_access_token_lifespan",
            "authorization_code_grant_id_token_lifespan", "authorization_code_grant_refresh_token_lifespan",
            "client_credentials_grant_access_token_lifespan", "implicit_grant_access_token_lifespan", "implicit_grant_id_token_lifespan",
            "jwt_bearer_grant_access_token_lifespan", "refresh_token_grant_id_token_lifespan", "refresh_token_grant_access_token_lifespan",
            "refresh_token_grant_refresh_token_lifespan");
    private static final List<String> NULL_AT_FIRST = List.of("redirect_uris", "grant_types", "response_types", "contacts");

    private ClientMetadata() {}

    /** Unknown fields fall away, missing ones get their default; what can't be is refused. */
    static JsonObject complete(JsonObject sent, String id, Instant created, Instant now) {
        String method = sent.getString("token_endpoint_auth_method", "client_secret_basic");
        if (method.equals("private_key_jwt") && sent.getJsonObject("jwks") == null && sent.getString("jwks_uri") == null) {
            throw OAuthError.INVALID_CLIENT_METADATA
                    .because("When token_endpoint_auth_method is 'private_key_jwt', either jwks or jwks_uri must be set.");
        }
        String secret = sent.getString("client_secret", "");
        if (!secret.isEmpty() && secret.length() < 6) {
            throw OAuthError.INVALID_CLIENT_METADATA
                    .because("Field client_secret must contain a secret that is at least 6 characters long.");
        }
        JsonObject metadata = new JsonObject().put("client_id", id);
        text(metadata, sent, "client_name");
        list(metadata, sent, "redirect_uris", "grant_types", "response_types");
        text(metadata, sent, "scope");
        metadata.put("audience", sent.getJsonArray("audience", new JsonArray()));
        text(metadata, sent, "owner", "policy_uri");
        metadata.put("allowed_cors_origins", sent.getJsonArray("allowed_cors_origins", new JsonArray()));
        text(metadata, sent, "tos_uri", "client_uri", "logo_uri");
        list(metadata, sent, "contacts");
        metadata.put("client_secret_expires_at", 0).put("subject_type", sent.getString("subject_type", "public"));
        metadata.put("jwks", sent.getJsonObject("jwks", new JsonObject()));
        optional(metadata, sent, "jwks_uri");
        metadata.put("token_endpoint_auth_method", method);
        optional(metadata, sent, "token_endpoint_auth_signing_alg");
        metadata.put("userinfo_signed_response_alg", "none");
        metadata.put("created_at", created.truncatedTo(ChronoUnit.SECONDS).toString()).put("updated_at", now.toString());
        metadata.put("metadata", sent.getValue("metadata", new JsonObject()));
        metadata.put("skip_consent", sent.getBoolean("skip_consent", false)).putNull("skip_logout_consent");
        LIFESPANS.forEach(name -> metadata.put(name, sent.getString(name)));
        return metadata;
    }

    /** What was null in the first answer is an empty list ever after. */
    static JsonObject stored(JsonObject metadata) {
        JsonObject shown = metadata.copy();
        NULL_AT_FIRST.stream().filter(name -> shown.getValue(name) == null).forEach(name -> shown.put(name, new JsonArray()));
        return shown;
    }

    private static void text(JsonObject metadata, JsonObject sent, String... names) {
        for (String name : names) {
            metadata.put(name, sent.getString(name, ""));
        }
    }

    private static void list(JsonObject metadata, JsonObject sent, String... names) {
        for (String name : names) {
            metadata.put(name, sent.getJsonArray(name));
        }
    }

    private static void optional(JsonObject metadata, JsonObject sent, String name) {
        if (sent.getString(name) != null) {
            metadata.put(name, sent.getString(name));
        }
    }
}
