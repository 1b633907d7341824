package org.openchami.auth.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openchami.auth.testing.http.Answer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

class RegistrationContractTest extends Contract {
    private static final String MALFORMED = "The request was malformed or contained invalid parameters";

    @Test
    void theServerChoosesTheNameAndTheSecret() {
        Answer answer = authority.register(client().put("client_id", "mine"));
        JsonObject made = answer.expect(201, "POST").json();
        assertThat(made.getString("client_id")).isNotEqualTo("mine");
        assertThat(made.getString("client_secret")).isNotEmpty();
        assertThat(made.getString("registration_client_uri"))
                .isEqualTo(authority.publicUrl() + "/oauth2/register/" + made.getString("client_id"));
        assertThat(answer.header("Location")).isEqualTo("/admin/clients/" + made.getString("client_id"));
    }

    @Test
    void reservedMembersAreRefused() {
        assertError(authority.register(client().put("client_secret", "chosen-by-me")), 400, MALFORMED,
                "It is not allowed to choose your own OAuth2 Client secret.");
        assertError(authority.register(client().put("access_token_strategy", "jwt")), 400, MALFORMED,
                "It is not allowed to choose your own access token strategy.");
        assertError(authority.register(client().put("skip_consent", true)), 400, "invalid_request",
                "'skip_consent' cannot be set for dynamic client registration");
        assertThat(authority.register(client().put("metadata", new JsonObject())).json().getString("error"))
                .isEqualTo("invalid_client_metadata");
    }

    @Test
    void itsAccessTokenReadsTheClientButNoCredential() {
        JsonObject made = authority.register(client()).json();
        JsonObject read = authority.registered(made.getString("client_id"), made.getString("registration_access_token")).get()
                .expect(200, "GET").json();
        assertThat(read.getString("client_name")).isEqualTo("self-made");
        assertThat(read.fieldNames()).doesNotContain("client_secret", "registration_access_token", "registration_client_uri");
    }

    @Test
    void anotherAccessTokenReadsNothing() {
        JsonObject made = authority.register(client()).json();
        assertUnauthorized(authority.registered(made.getString("client_id"), "ory_at_wrong").get());
        assertUnauthorized(authority.registered("nobody", made.getString("registration_access_token")).get());
    }

    @Test
    void eachPutReplacesAllAndChangesTheAccessToken() {
        JsonObject made = authority.register(client()).json();
        String id = made.getString("client_id");
        String first = made.getString("registration_access_token");
        JsonObject changed = authority.registered(id, first).json("PUT", new JsonObject()).expect(200, "PUT").json();
        assertThat(changed.getString("scope")).isEmpty();
        assertThat(changed.fieldNames()).doesNotContain("client_secret", "registration_client_uri");
        assertUnauthorized(authority.registered(id, first).get());
        assertThat(authority.registered(id, changed.getString("registration_access_token")).get().status()).isEqualTo(200);
    }

    @Test
    void aRefusedPutLeavesTheAccessTokenAlive() {
        JsonObject made = authority.register(client()).json();
        String id = made.getString("client_id");
        String token = made.getString("registration_access_token");
        assertError(authority.registered(id, token).json("PUT", client().put("client_secret", "chosen-by-me")), 403,
                "The requested action was forbidden", "It is not allowed to choose your own OAuth2 Client secret.");
        assertThat(authority.registered(id, token).get().status()).isEqualTo(200);
    }

    @Test
    void deleteEndsTheClient() {
        JsonObject made = authority.register(client()).json();
        String id = made.getString("client_id");
        String token = made.getString("registration_access_token");
        assertThat(authority.registered(id, token).delete().status()).isEqualTo(204);
        assertUnauthorized(authority.registered(id, token).delete());
        assertThat(authority.token(id, made.getString("client_secret")).status()).isEqualTo(401);
    }

    private static JsonObject client() {
        return new JsonObject().put("client_name", "self-made").put("scope", "smd.read")
                .put("grant_types", new JsonArray().add("client_credentials"));
    }

    private static void assertUnauthorized(Answer answer) {
        assertError(answer, 401, "The request could not be authorized",
                "The requested OAuth 2.0 client does not exist or you provided incorrect credentials.");
    }
}
