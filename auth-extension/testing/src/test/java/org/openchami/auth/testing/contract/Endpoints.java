package org.openchami.auth.testing.contract;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** One authority, and the calls that the contract tests make. */
record Endpoints(URI publicUrl, URI adminUrl) {
    static final String SECRET = "secret-of-a-test";

    static String newId() {
        return "client-" + UUID.randomUUID();
    }

    static JsonObject secretClient(String id) {
        return new JsonObject().put("client_id", id).put("client_secret", SECRET).put("scope", "smd.read smd.write")
                .put("grant_types", new JsonArray().add("client_credentials")).put("audience", new JsonArray().add("smd"));
    }

    /** A new client with that secret, two scopes and one audience. */
    String addSecretClient() {
        String id = newId();
        create(secretClient(id)).expect(201, "POST /admin/clients");
        return id;
    }

    Answer create(JsonObject client) {
        return Call.to(adminUrl, "/admin/clients").json("POST", client);
    }

    Answer register(JsonObject client) {
        return Call.to(publicUrl, "/oauth2/register").json("POST", client);
    }

    Call client(String id) {
        return Call.to(adminUrl, "/admin/clients/" + id);
    }

    Call registered(String id, String accessToken) {
        return Call.to(publicUrl, "/oauth2/register/" + id).header("Authorization", "Bearer " + accessToken);
    }

    /** A client credentials call with HTTP Basic and these further fields, name and value by turns. */
    Answer token(String id, String secret, String... fields) {
        return Call.to(publicUrl, "/oauth2/token").header("Authorization", basic(id, secret)).form(form("client_credentials", fields));
    }

    Answer tokenWithForm(String grant, String... fields) {
        return Call.to(publicUrl, "/oauth2/token").form(form(grant, fields));
    }

    Answer introspect(String token, String... fields) {
        Map<String, String> form = form("", fields);
        form.remove("grant_type");
        form.put("token", token);
        return Call.to(adminUrl, "/admin/oauth2/introspect").form(form);
    }

    JsonObject jwks() {
        return Call.to(publicUrl, "/.well-known/jwks.json").get().expect(200, "GET /.well-known/jwks.json").json();
    }

    static JsonObject header(String token) {
        return part(token, 0);
    }

    static JsonObject claims(String token) {
        return part(token, 1);
    }

    static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder()
                .encodeToString((Call.encoded(id) + ":" + Call.encoded(secret)).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> form(String grant, String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", grant);
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    private static JsonObject part(String token, int index) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(token.split("\\.")[index]), StandardCharsets.UTF_8));
    }
}
