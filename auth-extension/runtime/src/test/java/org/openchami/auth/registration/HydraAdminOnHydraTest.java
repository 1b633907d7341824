package org.openchami.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.credential.KeyAlgorithm;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.registration.Registrar.Change;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

class HydraAdminOnHydraTest extends OnHydra {

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void aRegisteredKeyGetsATokenWithAllThatWasAskedFor(KeyAlgorithm algorithm) {
        Party bss = instance("one");
        bss.becomes(withKey(bss.identity(), algorithm));

        Acknowledged acknowledged = bss.register();

        assertThat(acknowledged.withheld(bss.metadata())).isEmpty();
        assertThat(bss.token().status()).isEqualTo(200);
        assertThat(bss.evidence()).isEqualTo(ClientEvidence.THERE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_secret_basic", "client_secret_post"})
    void aRegisteredSecretGetsAToken(String authentication) {
        Party bss = secretInstance("one", authentication, "+ %/&=: a secret".replace(' ', '_'));

        bss.register();

        assertThat(bss.token().status()).isEqualTo(200);
        assertThat(bss.evidence()).isEqualTo(ClientEvidence.THERE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"private_key_jwt", "client_secret_basic"})
    void afterALostAnswerTheSameClientIsOurs(String authentication) {
        Party bss = secretInstance("one", authentication, "a-secret-of-ours");
        bss.register();
        Instant created = Instant.parse(bss.seen().getString("created_at"));

        bss.register();

        assertThat(hydra.clientIds()).containsOnlyOnce(service);
        assertThat(bss.token().status()).isEqualTo(200);
        assertThat(Instant.parse(bss.seen().getString("created_at"))).isBetween(created.minusSeconds(1), created.plusSeconds(1));
    }

    @Test
    void aClientThatAnOperatorMadeIsTakenOverWithItsOwner() {
        Party bss = instance("one");
        bss.register();
        adminPuts(bss, someKeys().put("owner", "ops").put("metadata", new JsonObject().put("site", "x"))
                .put("client_credentials_grant_access_token_lifespan", "1m0s"));

        bss.register();

        assertThat(bss.token().status()).isEqualTo(200);
        assertThat(bss.seen().getString("owner")).isEqualTo("ops");
        assertThat(bss.seen().getJsonObject("metadata").getString("site")).isEqualTo("x");
        assertThat(bss.seen().getString("client_credentials_grant_access_token_lifespan")).isEqualTo("1m0s");
    }

    @Test
    void keysThatWereReplacedAreRepairedAndTheOthersStay() {
        Party bss = instance("one");
        bss.register();
        adminPuts(bss, someKeys());
        assertThat(bss.tokenEvidence(bss.token())).isEqualTo(TokenEvidence.KEY_UNKNOWN);
        assertThat(bss.evidence()).isEqualTo(ClientEvidence.OTHER_KEY);

        bss.update(Change.REPAIR);

        assertThat(bss.token().status()).isEqualTo(200);
        assertThat(bss.seen().getJsonObject("jwks").getJsonArray("keys")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void aSecretThatWasReplacedIsRepaired(String method) {
        Party bss = secretInstance("one", "client_secret_basic", "a-secret-of-ours");
        bss.register();
        if (method.equals("PUT")) {
            adminPuts(bss, new JsonObject().put("client_secret", "another-secret").put("metadata", new JsonObject()));
        } else {
            bss.adminCall().json("PATCH", new JsonArray().add(
                    new JsonObject().put("op", "replace").put("path", "/client_secret").put("value", "another-secret")))
                    .expect(200, "PATCH");
        }
        assertThat(bss.tokenEvidence(bss.token())).isEqualTo(TokenEvidence.INVALID_CLIENT);
        assertThat(bss.evidence()).isEqualTo(ClientEvidence.THERE);

        bss.update(Change.REPAIR);

        assertThat(bss.token().status()).isEqualTo(200);
    }

    @Test
    void aMethodThatWasReplacedIsRepaired() {
        Party bss = secretInstance("one", "client_secret_basic", "a-secret-of-ours");
        bss.register();
        adminPuts(bss, new JsonObject().put("token_endpoint_auth_method", "none"));
        assertThat(bss.tokenEvidence(bss.token())).isEqualTo(TokenEvidence.INVALID_CLIENT);

        bss.update(Change.REPAIR);

        assertThat(bss.token().status()).isEqualTo(200);
    }

    @Test
    void aRepairKeepsTheScopesThatAnAdministratorAdded() {
        Party bss = instance("one");
        bss.register();
        adminPuts(bss, new JsonObject().put("scope", "by.admin").put("audience", new JsonArray().add("admin")));

        Acknowledged repaired = bss.update(Change.REPAIR);

        assertThat(repaired.scopes()).isEqualTo(Set.of("by.admin", "smd.read"));
        assertThat(repaired.audiences()).isEqualTo(Set.of("admin", "smd"));
    }

    @Test
    void aChangeOfOurConfigurationMakesTheScopesExactlyOurs() {
        Party before = instance("one", "openchami.auth.peers.smd.scopes", "smd.read,smd.write");
        before.register();
        Party after = party(Party.admin(hydra, service), before.identity());

        Acknowledged changed = after.update(Change.CONFIGURATION);

        assertThat(changed.scopes()).isEqualTo(Set.of("smd.read"));
        assertThat(after.seen().getString("scope")).isEqualTo("smd.read");
        assertThat(after.token().status()).isEqualTo(200);
    }

    @Test
    void aServiceMayTurnFromASecretToAKeyAndBack() {
        Party secret = secretInstance("one", "client_secret_post", "a-secret-of-ours");
        secret.register();
        Party key = party(Party.admin(hydra, service), secret.identity());

        key.update(Change.CONFIGURATION);
        assertThat(key.token().status()).isEqualTo(200);
        assertThat(secret.token().status()).isEqualTo(401);

        secret.update(Change.CONFIGURATION);
        assertThat(secret.token().status()).isEqualTo(200);
    }

    @Test
    void keysChangePlacesWithoutAFailedCall() {
        Party bss = instance("one");
        bss.register();
        String first = bss.kid();

        bss.becomes(bss.identity().with(bss.identity().keys().preparing(SigningKey.generate())));
        bss.update(Change.ROTATION);
        assertThat(bss.token().status()).isEqualTo(200);
        bss.becomes(bss.identity().with(bss.identity().keys().switched(Instant.EPOCH)));
        assertThat(bss.token().status()).isEqualTo(200);
        bss.becomes(bss.identity().with(bss.identity().keys().retired()));
        bss.update(Change.ROTATION);

        assertThat(bss.token().status()).isEqualTo(200);
        assertThat(bss.seen().getJsonObject("jwks").encode()).contains(bss.kid()).doesNotContain(first);
    }

    @Test
    void anotherAlgorithmIsRegisteredInPlace() {
        Party bss = instance("one");
        bss.register();

        bss.becomes(withKey(bss.identity(), KeyAlgorithm.PS256));
        bss.update(Change.CONFIGURATION);

        assertThat(bss.token().status()).isEqualTo(200);
    }

    @Test
    void aDeletedClientIsAbsent() {
        Party bss = instance("one");
        bss.register();

        bss.delete();
        bss.delete();

        assertThat(hydra.clientIds()).doesNotContain(service);
        assertThat(bss.evidence()).isEqualTo(ClientEvidence.ABSENT);
        assertThat(bss.tokenEvidence(bss.token())).isEqualTo(TokenEvidence.INVALID_CLIENT);
    }
}
