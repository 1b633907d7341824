package org.openchami.auth.registration;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.SigningKey;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What we register as (RFC 7591 section 2): one client of our own name, for client credentials, proven by our key. */
public record ClientMetadata(String clientId, Set<String> scopes, Set<String> audiences, SigningKey key) {

    /** All that the configured peers may ask of us, no more. */
    public static ClientMetadata of(Settings settings, SigningKey key) {
        Set<String> scopes = new TreeSet<>();
        Set<String> audiences = new TreeSet<>();
        settings.peers().values().forEach(peer -> {
            scopes.addAll(peer.scopes());
            audiences.add(peer.audience());
        });
        return new ClientMetadata(settings.service(), scopes, audiences, key);
    }

    /** The request's body. Without redirect addresses or response types: this grant has none. */
    JsonObject toJson() {
        return new JsonObject().put("client_id", clientId).put("client_name", clientId)
                .put("grant_types", JsonArray.of("client_credentials"))
                .put("token_endpoint_auth_method", "private_key_jwt").put("token_endpoint_auth_signing_alg", "ES256")
                .put("jwks", new JsonObject().put("keys", JsonArray.of(key.publicJwk())))
                .put("scope", String.join(" ", scopes)).put("audience", new JsonArray(List.copyOf(audiences)));
    }

    /** Tells one registration from another: the same text means that nothing would change. */
    public String fingerprint() {
        return String.join(" ", clientId, key.kid(), String.join(",", scopes), String.join(",", audiences));
    }
}
