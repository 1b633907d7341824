package org.openchami.auth.testing.hydra;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A client that registered itself (RFC 7591), and whatever happens asks with what it was given then. */
record DynamicClient(Hydra hydra, String id, String secret, String accessToken) {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    static DynamicClient of(Hydra hydra) {
        JsonObject made = Call.to(hydra.publicUrl(), "/oauth2/register")
                .json("POST", new JsonObject().put("grant_types", new JsonArray().add("client_credentials")).put("scope", "smd.read"))
                .expect(201, "POST /oauth2/register").json();
        return new DynamicClient(hydra, made.getString("client_id"), made.getString("client_secret"),
                made.getString("registration_access_token"));
    }

    Answer token() {
        String basic = Base64.getEncoder().encodeToString((id + ":" + Call.encoded(secret)).getBytes(StandardCharsets.UTF_8));
        return Call.to(hydra.publicUrl(), "/oauth2/token").timeout(PATIENCE).header("Authorization", "Basic " + basic)
                .form(Map.of("grant_type", "client_credentials", "scope", "smd.read"));
    }

    Answer byAdmin() {
        return Call.to(hydra.adminUrl(), "/admin/clients/" + id).timeout(PATIENCE).get();
    }

    Answer byItself() {
        return Call.to(hydra.publicUrl(), "/oauth2/register/" + id).timeout(PATIENCE).header("Authorization", "Bearer " + accessToken)
                .get();
    }

    Answer keys() {
        return Call.to(hydra.publicUrl(), "/.well-known/jwks.json").timeout(PATIENCE).get();
    }

    HydraClient atHydra() {
        return hydra.client(id);
    }
}
