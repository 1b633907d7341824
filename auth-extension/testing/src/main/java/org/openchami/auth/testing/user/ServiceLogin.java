package org.openchami.auth.testing.user;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.hydra.HydraClient;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * What an operator does to get a refresh token for a service: gives the service's own client what a login needs, and logs in with it, by code and
 * PKCE. Needs Hydra itself: an authority that is played issues no refresh tokens.
 */
public record ServiceLogin(URI publicUrl, URI adminUrl, String clientId) {
    /** What makes the authority issue a refresh token (OpenID Connect Core section 11). */
    private static final String OFFLINE = "offline_access";

    /** Adds the grants, the scope and the redirect URI of a login to those that the client has. */
    public void allow() {
        HydraClient client = new HydraClient(adminUrl, clientId);
        JsonObject there = client.metadata().orElseThrow();
        client.put(
                new JsonObject().put("grant_types", there.getJsonArray("grant_types").copy().add("authorization_code").add("refresh_token"))
                        .put("response_types", new JsonArray().add("code")).put("redirect_uris", new JsonArray().add(LoginClient.REDIRECT))
                        .put("scope", there.getString("scope") + " " + OFFLINE));
    }

    /**
     * A new one each time.
     *
     * @param proof what proves the client at the token endpoint, as fields of the form
     */
    public String refreshToken(Set<String> scopes, Set<String> audience, Map<String, String> proof) {
        Set<String> all = new TreeSet<>(scopes);
        all.add(OFFLINE);
        ProofKey key = ProofKey.create();
        Map<String, String> form = new LinkedHashMap<>(proof);
        form.put("grant_type", "authorization_code");
        form.put("redirect_uri", LoginClient.REDIRECT);
        form.put("code", new CodeFlow(publicUrl, adminUrl, clientId).code(UserLogin.DEFAULT_USER, all, new TreeSet<>(audience), key));
        form.put("code_verifier", key.verifier());
        return Call.to(publicUrl, "/oauth2/token").form(form).expect(200, "POST /oauth2/token").json().getString("refresh_token");
    }
}
