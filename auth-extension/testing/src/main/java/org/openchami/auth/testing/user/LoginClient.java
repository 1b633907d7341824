package org.openchami.auth.testing.user;

import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The public client in whose name users log in; its redirect URI is never called. */
record LoginClient(URI adminUrl) {
    static final String ID = "openchami-cli";
    static final String REDIRECT = "http://127.0.0.1:9/callback";
    private static final String PATH = "/admin/clients/" + ID;

    void ensure(Set<String> scopes, Set<String> audience) {
        Answer found = Call.to(adminUrl, PATH).get();
        if (found.status() == 404) {
            int status = Call.to(adminUrl, "/admin/clients").json("POST", first()).status();
            if (status != 201 && status != 409) {
                throw new IllegalStateException("The login client can't be made: POST /admin/clients answered " + status);
            }
            found = Call.to(adminUrl, PATH).get();
        }
        widen(found.expect(200, "GET " + PATH).json(), scopes, audience);
    }

    private void widen(JsonObject client, Set<String> scopes, Set<String> audience) {
        Set<String> heldScopes = new TreeSet<>(Arrays.asList(client.getString("scope", "").split(" ")));
        Set<String> heldAudience = new TreeSet<>(client.getJsonArray("audience", new JsonArray()).stream().map(String::valueOf).toList());
        if (heldScopes.addAll(scopes) | heldAudience.addAll(audience)) {
            JsonArray patch = new JsonArray()
                    .add(replace("/scope", String.join(" ", heldScopes)))
                    .add(replace("/audience", array(heldAudience)));
            Call.to(adminUrl, PATH).json("PATCH", patch).expect(200, "PATCH " + PATH);
        }
    }

    private static JsonObject first() {
        return new JsonObject()
                .put("client_id", ID)
                .put("client_name", "OpenCHAMI login")
                .put("token_endpoint_auth_method", "none")
                .put("grant_types", new JsonArray().add("authorization_code"))
                .put("response_types", new JsonArray().add("code"))
                .put("redirect_uris", new JsonArray().add(REDIRECT))
                .put("scope", "openid " + String.join(" ", new TreeSet<>(UserLogin.ALL_SCOPES)))
                .put("audience", array(UserLogin.CLUSTER));
    }

    private static JsonObject replace(String path, Object value) {
        return new JsonObject().put("op", "replace").put("path", path).put("value", value);
    }

    private static JsonArray array(Collection<String> words) {
        JsonArray array = new JsonArray();
        words.forEach(array::add);
        return array;
    }
}
