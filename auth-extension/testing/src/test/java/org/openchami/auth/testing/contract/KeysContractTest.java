package org.openchami.auth.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

class KeysContractTest extends Contract {
    private static final String SET = "/admin/keys/hydra.jwt.access-token";

    @Test
    void aNewKeySignsAtOnceAndTheOldOneStaysPublished() {
        String id = authority.addSecretClient();
        String before = kid(id);
        JsonObject made = Call.to(authority.adminUrl(), SET).json("POST", es256("")).expect(201, "POST").json()
                .getJsonArray("keys").getJsonObject(0);
        assertThat(kid(id)).isEqualTo(made.getString("kid")).isNotEqualTo(before);
        assertThat(published()).contains(before, made.getString("kid"));
        Call.to(authority.adminUrl(), SET + "/" + before).delete().expect(204, "DELETE");
        assertThat(published()).doesNotContain(before);
    }

    @Test
    void aTokenOfTheOldKeyIsInactiveAfterARotation() {
        String token = authority.token(authority.addSecretClient(), Endpoints.SECRET).json().getString("access_token");
        assertThat(authority.introspect(token).json().getBoolean("active")).isTrue();
        Call.to(authority.adminUrl(), SET).json("POST", es256("")).expect(201, "POST");
        assertThat(authority.introspect(token).json().getBoolean("active")).isFalse();
    }

    @Test
    void publishedKeysHoldNoPrivatePart() {
        authority.token(authority.addSecretClient(), Endpoints.SECRET);
        JsonArray keys = authority.jwks().getJsonArray("keys");
        assertThat(keys).isNotEmpty().allSatisfy(key -> {
            assertThat(((JsonObject) key).fieldNames()).contains("kid", "kty", "alg", "use").doesNotContain("d");
            assertThat(((JsonObject) key).getString("use")).isEqualTo("sig");
        });
    }

    @Test
    void theAdminApiHandsOutPrivateKeysNewestFirst() {
        String newest = Call.to(authority.adminUrl(), SET).json("POST", es256("")).json().getJsonArray("keys").getJsonObject(0)
                .getString("kid");
        JsonObject first = Call.to(authority.adminUrl(), SET).get().expect(200, "GET").json().getJsonArray("keys").getJsonObject(0);
        assertThat(first.getString("kid")).isEqualTo(newest);
        assertThat(first.getString("d")).isNotEmpty();
    }

    @Test
    void aKeyIdIsTakenOnce() {
        String set = "/admin/keys/" + Endpoints.newId();
        assertThat(Call.to(authority.adminUrl(), set).json("POST", es256("k1")).status()).isEqualTo(201);
        assertThat(Call.to(authority.adminUrl(), set).json("POST", es256("k1")).status()).isEqualTo(409);
    }

    @Test
    void anUnknownSetOrAlgorithmIsRefused() {
        Answer missing = Call.to(authority.adminUrl(), "/admin/keys/" + Endpoints.newId()).get();
        assertError(missing, 404, "Not Found", "Unable to locate the requested resource");
        Answer unsupported = Call.to(authority.adminUrl(), SET).json("POST", es256("").put("alg", "XX"));
        assertError(unsupported, 400, "Bad Request", "Unsupported key algorithm");
    }

    @Test
    void discoveryNamesTheEndpoints() {
        String url = authority.publicUrl().toString();
        JsonObject document = Call.to(authority.publicUrl(), "/.well-known/openid-configuration").get().expect(200, "GET").json();
        assertThat(document.getString("issuer")).isEqualTo(url);
        assertThat(document.getString("token_endpoint")).isEqualTo(url + "/oauth2/token");
        assertThat(document.getString("jwks_uri")).isEqualTo(url + "/.well-known/jwks.json");
        assertThat(document.getString("registration_endpoint")).isEqualTo(url + "/oauth2/register");
        assertThat(document.containsKey("introspection_endpoint")).isFalse();
        assertThat(document.getJsonArray("token_endpoint_auth_methods_supported"))
                .isEqualTo(new JsonArray(List.of("client_secret_post", "client_secret_basic", "private_key_jwt", "none")));
    }

    @Test
    void healthAndVersionAreToldWhereHydraTellsThem() {
        JsonObject ok = new JsonObject().put("status", "ok");
        assertThat(Call.to(authority.publicUrl(), "/health/ready").get().json()).isEqualTo(ok);
        assertThat(Call.to(authority.adminUrl(), "/health/alive").get().json()).isEqualTo(ok);
        assertThat(Call.to(authority.adminUrl(), "/version").get().json().getString("version")).startsWith("v2.3");
        assertThat(Call.to(authority.publicUrl(), "/version").get().status()).isEqualTo(404);
        assertThat(Call.to(authority.publicUrl(), "/oauth2/token").get().status()).isEqualTo(405);
    }

    private String kid(String client) {
        return Endpoints.header(authority.token(client, Endpoints.SECRET).json().getString("access_token")).getString("kid");
    }

    private List<String> published() {
        return authority.jwks().getJsonArray("keys").stream().map(key -> ((JsonObject) key).getString("kid")).toList();
    }

    private static JsonObject es256(String kid) {
        return new JsonObject().put("alg", "ES256").put("use", "sig").put("kid", kid);
    }
}
