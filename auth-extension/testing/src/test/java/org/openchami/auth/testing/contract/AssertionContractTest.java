package org.openchami.auth.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.auth.testing.token.TokenForge;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

class AssertionContractTest extends Contract {
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final TokenForge key = TokenForge.withNewEcKey();
    private final String id = Endpoints.newId();

    @BeforeEach
    void register() {
        authority.create(keyClient()).expect(201, "POST /admin/clients");
    }

    @Test
    void aGoodAssertionGetsAToken() {
        String token = present(key.token(assertion())).expect(200, "POST /oauth2/token").json().getString("access_token");
        assertThat(Endpoints.claims(token).getString("sub")).isEqualTo(id);
    }

    @Test
    void anAudienceMayBeOneOfSeveral() {
        assertThat(present(key.token(assertion().audience(tokenUrl(), "elsewhere"))).status()).isEqualTo(200);
    }

    @Test
    void anAssertionCountsOnce() {
        String assertion = key.token(assertion());
        present(assertion).expect(200, "POST /oauth2/token");
        assertError(present(assertion), 400, "jti_known",
                "The jti was already used. Claim 'jti' from 'client_assertion' MUST only be used once.");
    }

    @Test
    void theIdIsBurntBeforeTheAudienceIsLookedAt() {
        TokenClaims claims = assertion();
        assertThat(present(key.token(claims.audience("elsewhere"))).status()).isEqualTo(401);
        assertThat(present(key.token(claims)).json().getString("error")).isEqualTo("jti_known");
    }

    @Test
    void aBadSignatureBurnsNothing() {
        TokenClaims claims = assertion();
        TokenForge other = TokenForge.withNewEcKey().claimingKid(key.kid());
        assertError(present(other.token(claims)), 401, "invalid_client",
                INVALID_CLIENT + " Unable to verify the integrity of the 'client_assertion' value.");
        assertThat(present(key.token(claims)).status()).isEqualTo(200);
    }

    @Test
    void theAudienceIsTheTokenEndpointAndNotTheIssuer() {
        assertError(present(key.token(assertion().audience(authority.publicUrl().toString()))), 401, "invalid_client", INVALID_CLIENT
                + " Claim 'audience' from 'client_assertion' must match the authorization server's token endpoint '" + tokenUrl() + "'.");
    }

    @Test
    void anUnknownKeyIsABadRequest() {
        assertError(present(key.claimingKid("k1").token(assertion())), 400, "invalid_request",
                INVALID_REQUEST + " The JSON Web Token uses signing key with kid 'k1', which could not be found.");
    }

    @Test
    void anExpiredAssertionIsAServerError() {
        long past = Instant.now().getEpochSecond() - 60;
        assertError(present(key.token(assertion().with("exp", past))), 500, "error", "The error is unrecognizable");
    }

    @Test
    void aClockAheadIsAServerError() {
        long ahead = Instant.now().getEpochSecond() + 30;
        assertError(present(key.token(assertion().with("iat", ahead))), 500, "error", "The error is unrecognizable");
        assertError(present(key.token(assertion().with("nbf", ahead))), 500, "error", "The error is unrecognizable");
    }

    @Test
    void issuerSubjectAndIdAreNeeded() {
        assertInvalidClient(present(key.token(assertion().with("iss", "other"))));
        assertInvalidClient(present(key.token(assertion().with("sub", "other"))));
        assertInvalidClient(present(key.token(assertion().without("sub"))));
        assertInvalidClient(present(key.token(assertion().without("jti"))));
        assertInvalidClient(present(key.token(assertion().without("exp"))));
    }

    @Test
    void theAlgorithmIsTheRegisteredOne() {
        assertInvalidClient(present(TokenForge.withNewRsaKey().claimingKid(key.kid()).token(assertion())));
        assertInvalidClient(present(key.confusedWithHmac().token(assertion())));
        assertInvalidClient(present(key.unsigned().token(assertion())));
    }

    @Test
    void anotherAssertionTypeIsRefused() {
        assertError(authority.tokenWithForm("client_credentials", "client_assertion_type", "bogus", "client_assertion", "x.y.z"), 400,
                "invalid_request", INVALID_REQUEST + " Unknown client_assertion_type 'bogus'.");
    }

    @Test
    void garbageIsNoAssertion() {
        assertInvalidClient(present("x.y.z"));
    }

    @Test
    void aKeyWithoutItsUseIsNotFound() {
        JsonObject client = keyClient();
        client.getJsonObject("jwks").getJsonArray("keys").getJsonObject(0).remove("use");
        authority.client(id).json("PUT", client).expect(200, "PUT");
        assertThat(present(key.token(assertion())).json().getString("error")).isEqualTo("invalid_request");
    }

    @Test
    void aReplacedKeyWorksAtOnceAndTheOldOneNoMore() {
        TokenForge next = TokenForge.withNewEcKey();
        authority.client(id).json("PUT", keyClient().put("jwks", new JsonObject(next.jwks()))).expect(200, "PUT");
        assertThat(present(next.token(assertion())).status()).isEqualTo(200);
        assertThat(present(key.token(assertion())).status()).isEqualTo(400);
    }

    private JsonObject keyClient() {
        return new JsonObject().put("client_id", id).put("grant_types", new JsonArray().add("client_credentials"))
                .put("token_endpoint_auth_method", "private_key_jwt").put("token_endpoint_auth_signing_alg", "ES256")
                .put("jwks", new JsonObject(key.jwks()));
    }

    private TokenClaims assertion() {
        return new TokenClaims(Map.of("iss", id, "sub", id, "aud", tokenUrl(), "jti", UUID.randomUUID().toString(),
                "exp", Instant.now().getEpochSecond() + 60));
    }

    private String tokenUrl() {
        return authority.publicUrl() + "/oauth2/token";
    }

    private Answer present(String assertion) {
        return authority.tokenWithForm("client_credentials", "client_assertion_type", TYPE, "client_assertion", assertion);
    }

    private static void assertInvalidClient(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().getString("error")).isEqualTo("invalid_client");
    }
}
