package org.openchami.auth.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.user.UserLogin;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

class LoginContractTest extends Contract {
    private static final String CALLBACK = "http://127.0.0.1:9/callback";

    private final String id = Endpoints.newId();

    @BeforeEach
    void register() {
        authority.create(new JsonObject().put("client_id", id).put("token_endpoint_auth_method", "none").put("scope", "smd.read")
                .put("grant_types", new JsonArray().add("authorization_code")).put("response_types", new JsonArray().add("code"))
                .put("redirect_uris", new JsonArray().add(CALLBACK))).expect(201, "POST /admin/clients");
    }

    @Test
    void aUserLogsInAndIsTheSubject() {
        String token = UserLogin.token(authority.publicUrl(), authority.adminUrl(), "alice", Set.of("smd.read"), Set.of("openchami"));
        JsonObject claims = Endpoints.claims(token);
        assertThat(claims.getString("sub")).isEqualTo("alice");
        assertThat(claims.getString("client_id")).isEqualTo("openchami-cli");
        assertThat(claims.getJsonArray("scp")).isEqualTo(new JsonArray().add("smd.read"));
        assertThat(claims.getJsonArray("aud")).isEqualTo(new JsonArray().add("openchami"));
        assertThat(authority.introspect(token).json().getString("sub")).isEqualTo("alice");
    }

    @Test
    void theFirstStepSendsTheUserToLogIn() {
        Answer answer = authorize(Map.of());
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).startsWith(authority.publicUrl() + "/oauth2/fallbacks/login?login_challenge=");
        assertThat(answer.header("Set-Cookie")).startsWith("ory_hydra_login_csrf_dev");
    }

    @Test
    void anUnknownClientOrCallbackIsNotSentBack() {
        assertThat(authorize(Map.of("client_id", "nobody")).header("Location"))
                .startsWith(authority.publicUrl() + "/oauth2/fallbacks/error?error=invalid_client&");
        assertThat(authorize(Map.of("redirect_uri", "http://127.0.0.1:9/other")).header("Location"))
                .startsWith(authority.publicUrl() + "/oauth2/fallbacks/error?error=invalid_request&");
    }

    @Test
    void aBadRequestIsSentBackWithItsError() {
        assertSentBack(authorize(Map.of("scope", "bss.read")), "invalid_scope");
        assertSentBack(authorize(Map.of("state", "short")), "invalid_state");
        assertSentBack(authorize(Map.of("audience", "elsewhere")), "invalid_request");
        assertSentBack(authorize(Map.of("response_type", "token")), "unsupported_response_type");
    }

    @Test
    void anotherUserAgentCanNotGoOn() {
        String challenge = authorize(Map.of()).header("Location").split("login_challenge=")[1];
        URI next = URI.create(Call.to(authority.adminUrl(), "/admin/oauth2/auth/requests/login/accept?login_challenge=" + challenge)
                .json("PUT", new JsonObject().put("subject", "mallory")).expect(200, "PUT").json().getString("redirect_to"));
        Answer answer = Call.to(next).get();
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).startsWith(CALLBACK + "?error=request_forbidden&");
    }

    @Test
    void anUnknownChallengeIsNotFound() {
        assertError(Call.to(authority.adminUrl(), "/admin/oauth2/auth/requests/login/accept?login_challenge=none")
                .json("PUT", new JsonObject().put("subject", "alice")), 404, "Not Found", "Unable to locate the requested resource");
    }

    @Test
    void anUnknownCodeIsAnInvalidGrant() {
        Answer answer = authority.tokenWithForm("authorization_code", "client_id", id, "code", "guessed", "redirect_uri", CALLBACK,
                "code_verifier", "x".repeat(43));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("error")).isEqualTo("invalid_grant");
    }

    private Answer authorize(Map<String, String> changes) {
        Map<String, String> query = new LinkedHashMap<>(Map.of("response_type", "code", "client_id", id, "redirect_uri", CALLBACK,
                "scope", "smd.read", "state", "12345678", "code_challenge", "x".repeat(43), "code_challenge_method", "S256"));
        query.putAll(changes);
        return Call.to(authority.publicUrl(), "/oauth2/auth?" + Call.encoded(query)).get();
    }

    private static void assertSentBack(Answer answer, String error) {
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).startsWith(CALLBACK + "?error=" + error + "&error_description=");
    }
}
