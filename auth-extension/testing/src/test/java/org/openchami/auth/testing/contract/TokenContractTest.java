package org.openchami.auth.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

class TokenContractTest extends Contract {
    @Test
    void theAnswerHoldsABearerTokenThatMustNotBeStored() {
        Answer answer = authority.token(authority.addSecretClient(), Endpoints.SECRET, "scope", "smd.read", "audience", "smd");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
        JsonObject body = answer.json();
        body.remove("access_token");
        assertThat(body).isEqualTo(new JsonObject().put("expires_in", 299).put("scope", "smd.read").put("token_type", "bearer"));
    }

    @Test
    void theTokenIsAJwtWithHydrasClaims() {
        String id = authority.addSecretClient();
        String token = authority.token(id, Endpoints.SECRET, "scope", "smd.read smd.write", "audience", "smd").json()
                .getString("access_token");
        assertThat(Endpoints.header(token).fieldNames()).containsExactlyInAnyOrder("alg", "kid", "typ");
        assertThat(Endpoints.header(token).getString("typ")).isEqualTo("JWT");
        JsonObject claims = Endpoints.claims(token);
        assertThat(claims.fieldNames()).containsExactlyInAnyOrder("aud", "client_id", "exp", "ext", "iat", "iss", "jti", "nbf", "scp",
                "sub");
        assertThat(claims.getString("iss")).isEqualTo(authority.publicUrl().toString());
        assertThat(claims.getString("sub")).isEqualTo(id).isEqualTo(claims.getString("client_id"));
        assertThat(claims.getJsonArray("aud")).isEqualTo(new JsonArray().add("smd"));
        assertThat(claims.getJsonArray("scp")).isEqualTo(new JsonArray().add("smd.read").add("smd.write"));
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isBetween(299L, 301L);
    }

    @Test
    void nothingAskedForIsNothingGranted() {
        JsonObject body = authority.token(authority.addSecretClient(), Endpoints.SECRET).json();
        assertThat(body.getString("scope")).isEmpty();
        assertThat(Endpoints.claims(body.getString("access_token")).getJsonArray("aud")).isEmpty();
        assertThat(Endpoints.claims(body.getString("access_token")).getJsonArray("scp")).isEmpty();
    }

    @Test
    void aClientsOwnLifespanCounts() {
        String id = authority.addSecretClient();
        authority.client(id).json("PUT", Endpoints.secretClient(id).put("client_credentials_grant_access_token_lifespan", "1m10s"));
        assertThat(authority.token(id, Endpoints.SECRET).json().getInteger("expires_in")).isEqualTo(69);
    }

    @Test
    void aWrongSecretAndAnUnknownClientLookAlike() {
        assertError(authority.token(authority.addSecretClient(), "wrong-secret"), 401, "invalid_client", INVALID_CLIENT);
        assertError(authority.token("nobody", "wrong-secret"), 401, "invalid_client", INVALID_CLIENT);
    }

    @Test
    void credentialsAreNeeded() {
        assertError(authority.tokenWithForm("client_credentials"), 400, "invalid_request",
                INVALID_REQUEST + " Client credentials missing or malformed in both HTTP Authorization header and HTTP POST body.");
    }

    @Test
    void anEmptyOrJsonBodyIsNoRequest() {
        Call call = Call.to(authority.publicUrl(), "/oauth2/token");
        assertError(call.json("POST", new JsonObject().put("grant_type", "client_credentials")), 400, "invalid_request",
                INVALID_REQUEST + " The POST body can not be empty.");
    }

    @Test
    void basicCredentialsAreFormEncoded() {
        String id = Endpoints.newId();
        authority.create(Endpoints.secretClient(id).put("client_secret", "a+b %:c/d"));
        assertThat(authority.token(id, "a+b %:c/d").status()).isEqualTo(200);
    }

    @Test
    void theRegisteredMethodIsTheOnlyOneTaken() {
        String basic = authority.addSecretClient();
        String post = Endpoints.newId();
        authority.create(Endpoints.secretClient(post).put("token_endpoint_auth_method", "client_secret_post"));
        assertError(authority.tokenWithForm("client_credentials", "client_id", basic, "client_secret", Endpoints.SECRET), 401,
                "invalid_client",
                INVALID_CLIENT + wrongMethod("client_secret_basic", "client_secret_post"));
        assertError(authority.token(post, Endpoints.SECRET), 401, "invalid_client",
                INVALID_CLIENT + wrongMethod("client_secret_post", "client_secret_basic"));
        assertThat(authority.tokenWithForm("client_credentials", "client_id", post, "client_secret", Endpoints.SECRET).status())
                .isEqualTo(200);
    }

    @Test
    void aScopeOutsideTheListSpoilsTheRequest() {
        assertError(authority.token(authority.addSecretClient(), Endpoints.SECRET, "scope", "smd.read bss.read"), 400, "invalid_scope",
                "The requested scope is invalid, unknown, or malformed. The OAuth 2.0 Client is not allowed to request scope 'bss.read'.");
    }

    @Test
    void scopesAreComparedExactly() {
        String id = Endpoints.newId();
        authority.create(Endpoints.secretClient(id).put("scope", "smd.*"));
        assertThat(authority.token(id, Endpoints.SECRET, "scope", "smd.read").json().getString("error")).isEqualTo("invalid_scope");
    }

    @Test
    void anAudienceOutsideTheListIsRefused() {
        String id = authority.addSecretClient();
        assertError(authority.token(id, Endpoints.SECRET, "audience", "bss"), 400, "invalid_request",
                INVALID_REQUEST + " Requested audience 'bss' has not been whitelisted by the OAuth 2.0 Client.");
        assertThat(authority.token(id, Endpoints.SECRET, "audience", "smdx").status()).isEqualTo(400);
        assertThat(authority.token(id, Endpoints.SECRET, "audience", "smd/x").status()).isEqualTo(200);
    }

    @Test
    void aGrantThatIsNotRegisteredIsRefused() {
        JsonObject client = authority.create(new JsonObject()).json();
        assertError(authority.token(client.getString("client_id"), client.getString("client_secret")), 400, "unauthorized_client",
                "The client is not authorized to request a token using this method. The OAuth 2.0 Client is not allowed to use authorization grant 'client_credentials'.");
    }

    @Test
    void anUnknownGrantIsRefused() {
        String id = authority.addSecretClient();
        Answer answer = Call.to(authority.publicUrl(), "/oauth2/token").header("Authorization", Endpoints.basic(id, Endpoints.SECRET))
                .form(Map.of("grant_type", "wishful_thinking"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("error")).isEqualTo("invalid_request");
    }

    @Test
    void aPublicClientGetsNoTokenForItself() {
        String id = Endpoints.newId();
        authority.create(new JsonObject().put("client_id", id).put("token_endpoint_auth_method", "none")
                .put("grant_types", new JsonArray().add("client_credentials")));
        Answer answer = authority.tokenWithForm("client_credentials", "client_id", id);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("error")).isEqualTo("invalid_grant");
    }

    @Test
    void introspectionTellsWhatATokenMay() {
        String id = authority.addSecretClient();
        String token = authority.token(id, Endpoints.SECRET, "scope", "smd.read", "audience", "smd").json().getString("access_token");
        JsonObject said = authority.introspect(token).expect(200, "POST").json();
        assertThat(said.fieldNames()).containsExactlyInAnyOrder("active", "scope", "client_id", "sub", "exp", "iat", "nbf", "aud", "iss",
                "token_type", "token_use");
        assertThat(said.getBoolean("active")).isTrue();
        assertThat(said.getString("client_id")).isEqualTo(id);
        assertThat(authority.introspect(token, "scope", "smd.write").json().getBoolean("active")).isFalse();
        assertThat(authority.introspect("nonsense").json()).isEqualTo(new JsonObject().put("active", false));
    }

    @Test
    void aRevokedTokenIsInactive() {
        String id = authority.addSecretClient();
        String token = authority.token(id, Endpoints.SECRET).json().getString("access_token");
        Answer answer = Call.to(authority.publicUrl(), "/oauth2/revoke").header("Authorization", Endpoints.basic(id, Endpoints.SECRET))
                .form(Map.of("token", token));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(authority.introspect(token).json().getBoolean("active")).isFalse();
    }

    private static String wrongMethod(String registered, String used) {
        return " The OAuth 2.0 Client supports client authentication method '" + registered + "', but method '" + used
                + "' was requested. You must configure the OAuth 2.0 client's 'token_endpoint_auth_method' value to accept '" + used + "'.";
    }
}
