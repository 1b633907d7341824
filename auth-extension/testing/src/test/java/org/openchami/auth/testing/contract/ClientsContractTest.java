package org.openchami.auth.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

class ClientsContractTest extends Contract {
    private static final String METADATA = "The value of one of the Client Metadata fields is invalid and the server has rejected this request. Note that an Authorization Server MAY choose to substitute a valid value for any requested parameter of a Client's Metadata. ";

    @Test
    void aNewClientIsShownOnceWithItsSecretAndItsAccessToken() {
        String id = Endpoints.newId();
        Answer answer = authority.create(Endpoints.secretClient(id).put("metadata", new JsonObject().put("host", "a")));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/admin/clients/" + id);
        assertThat(answer.json().getString("client_secret")).isEqualTo(Endpoints.SECRET);
        assertThat(answer.json().getString("registration_access_token")).startsWith("ory_at_");
        assertThat(answer.json().getString("registration_client_uri")).isEqualTo(authority.publicUrl() + "/oauth2/register/" + id);
        assertThat(answer.json().getInteger("client_secret_expires_at")).isZero();
        assertThat(answer.json().getValue("redirect_uris")).isNull();
        JsonObject later = authority.client(id).get().expect(200, "GET").json();
        assertThat(later.fieldNames()).doesNotContain("client_secret", "registration_access_token", "registration_client_uri");
        assertThat(later.getJsonArray("redirect_uris")).isEmpty();
        assertThat(later.getJsonObject("metadata")).isEqualTo(new JsonObject().put("host", "a"));
    }

    @Test
    void metadataHasTheSameFieldsInBothWorlds() {
        JsonObject client = authority.create(Endpoints.secretClient(Endpoints.newId())).json();
        assertThat(client.fieldNames()).containsExactlyInAnyOrder("client_id", "client_name", "client_secret", "redirect_uris",
                "grant_types", "response_types", "scope", "audience", "owner", "policy_uri", "allowed_cors_origins", "tos_uri",
                "client_uri",
                "logo_uri", "contacts", "client_secret_expires_at", "subject_type", "jwks", "token_endpoint_auth_method",
                "userinfo_signed_response_alg", "created_at", "updated_at", "metadata", "registration_access_token",
                "registration_client_uri", "skip_consent", "skip_logout_consent", "authorization_code_grant_access_token_lifespan",
                "authorization_code_grant_id_token_lifespan", "authorization_code_grant_refresh_token_lifespan",
                "client_credentials_grant_access_token_lifespan", "implicit_grant_access_token_lifespan",
                "implicit_grant_id_token_lifespan", "jwt_bearer_grant_access_token_lifespan", "refresh_token_grant_id_token_lifespan",
                "refresh_token_grant_access_token_lifespan", "refresh_token_grant_refresh_token_lifespan");
    }

    @Test
    void aChosenNameIsMissingInTheUriOfANamelessClient() {
        JsonObject client = authority.create(new JsonObject()).json();
        assertThat(client.getString("client_id")).isNotEmpty();
        assertThat(client.getString("client_secret")).hasSize(26);
        assertThat(client.getString("registration_client_uri")).isEqualTo(authority.publicUrl() + "/oauth2/register/");
    }

    @Test
    void aSecondClientOfTheSameNameIsAConflict() {
        assertError(authority.create(Endpoints.secretClient(authority.addSecretClient())), 409,
                "Unable to insert or update resource because a resource with that value exists already", "");
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() {
        Answer answer = Call.to(authority.adminUrl(), "/admin/clients").json("POST", "nonsense");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("error")).isEqualTo("The request was malformed or contained invalid parameters");
        assertThat(answer.json().getString("error_description")).startsWith("Unable to decode the request body: ");
    }

    @Test
    void aKeyClientNeedsKeys() {
        assertError(authority.create(new JsonObject().put("token_endpoint_auth_method", "private_key_jwt")), 400, "invalid_client_metadata",
                METADATA + "When token_endpoint_auth_method is 'private_key_jwt', either jwks or jwks_uri must be set.");
    }

    @Test
    void aShortSecretIsRefused() {
        assertError(authority.create(new JsonObject().put("client_secret", "12345")), 400, "invalid_client_metadata",
                METADATA + "Field client_secret must contain a secret that is at least 6 characters long.");
    }

    @Test
    void aPublicClientHasNoSecret() {
        assertThat(authority.create(new JsonObject().put("token_endpoint_auth_method", "none")).json().containsKey("client_secret"))
                .isFalse();
    }

    @Test
    void anUnknownClientIsNotFound() {
        assertError(authority.client("nobody").get(), 404, "Unable to locate the resource", "");
        assertError(authority.client("nobody").delete(), 404, "Unable to locate the resource", "");
        assertError(authority.client("nobody").json("PUT", new JsonObject()), 404, "Unable to locate the resource", "");
        assertError(authority.client("nobody").json("PATCH", new JsonArray()), 404, "Unable to locate the resource", "");
    }

    @Test
    void putReplacesAllButTheSecret() {
        String id = authority.addSecretClient();
        JsonObject changed = Endpoints.secretClient("ignored").put("scope", "other");
        changed.remove("client_secret");
        JsonObject answer = authority.client(id).json("PUT", changed).expect(200, "PUT").json();
        assertThat(answer.getString("client_id")).isEqualTo(id);
        assertThat(answer.getString("scope")).isEqualTo("other");
        assertThat(answer.fieldNames()).doesNotContain("client_secret", "registration_access_token");
        assertThat(authority.token(id, Endpoints.SECRET, "scope", "other").status()).isEqualTo(200);
    }

    @Test
    void putWithASecretKillsTheOldOneAndTheAccessToken() {
        JsonObject client = authority.create(Endpoints.secretClient(Endpoints.newId())).json();
        String id = client.getString("client_id");
        JsonObject changed = Endpoints.secretClient(id).put("client_secret", "another-secret");
        assertThat(authority.client(id).json("PUT", changed).json().getString("client_secret")).isEqualTo("another-secret");
        assertThat(authority.token(id, "another-secret").status()).isEqualTo(200);
        assertThat(authority.token(id, Endpoints.SECRET).status()).isEqualTo(401);
        assertThat(authority.registered(id, client.getString("registration_access_token")).get().status()).isEqualTo(401);
    }

    @Test
    void patchChangesOneMemberAndKeepsTheAccessToken() {
        JsonObject client = authority.create(Endpoints.secretClient(Endpoints.newId())).json();
        String id = client.getString("client_id");
        JsonArray patch = new JsonArray().add(new JsonObject().put("op", "replace").put("path", "/client_name").put("value", "renamed"));
        assertThat(authority.client(id).json("PATCH", patch).json().getString("client_name")).isEqualTo("renamed");
        assertThat(authority.registered(id, client.getString("registration_access_token")).get().status()).isEqualTo(200);
        assertError(authority.client(id).json("PATCH", new JsonObject()), 500, "error", "The error is unrecognizable");
    }

    @Test
    void aDeletedClientIsGoneAndItsTokensInactive() {
        String id = authority.addSecretClient();
        String token = authority.token(id, Endpoints.SECRET).json().getString("access_token");
        assertThat(authority.client(id).delete().status()).isEqualTo(204);
        assertThat(authority.client(id).get().status()).isEqualTo(404);
        assertThat(authority.introspect(token).json()).isEqualTo(new JsonObject().put("active", false));
        assertError(authority.token(id, Endpoints.SECRET), 401, "invalid_client", INVALID_CLIENT);
    }

    @Test
    void aFilteredListHoldsExactMatchesOnly() {
        String name = Endpoints.newId();
        authority.create(new JsonObject().put("client_name", name));
        authority.create(new JsonObject().put("client_name", name + "x"));
        assertThat(Call.to(authority.adminUrl(), "/admin/clients?client_name=" + name).get().array()).hasSize(1);
    }

    @Test
    void aLongListComesInPages() {
        authority.addSecretClient();
        authority.addSecretClient();
        Answer first = Call.to(authority.adminUrl(), "/admin/clients?page_size=1").get();
        assertThat(first.array()).hasSize(1);
        assertThat(first.header("Link")).contains("</admin/clients?page_size=1&page_token=").contains("rel=\"next\"");
    }
}
