package org.openchami.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.auth.testing.hydra.Hydra;
import org.openchami.auth.testing.hydra.HydraClient;
import org.openchami.it.world.FaultWorld;
import org.openchami.it.world.PlayedService;
import org.openchami.it.world.SharedWorld;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Hydra is well, and somebody changed what it knows of the services. */
@ExtendWith(SharedWorld.class)
class ClientFaultsTest {
    private final FaultWorld world;
    private final Hydra hydra;

    ClientFaultsTest(FaultWorld world) {
        this.world = world;
        this.hydra = world.hydra();
    }

    @Test
    void deleted() {
        Trial.of(world, Scenario.thatServicesEnd("client deleted", () -> clients().forEach(HydraClient::delete)).withOneRegistration());
    }

    @Test
    void deletedWhileServicesRun() {
        Trial.of(world, Scenario.thatServicesEnd("client deleted, services run on", () -> clients().forEach(HydraClient::delete))
                .withOneRegistration().meanwhile(Trial::awaitRefusedRenewal));
    }

    @Test
    void keysReplaced() {
        JsonObject others = new JsonObject(PlayedService.withNewKey("other").jwks());
        Trial.of(world, Scenario.thatServicesEnd("client's keys replaced", () -> clients().forEach(one -> one.replace("/jwks", others))));
    }

    @Test
    void registrationAccessTokenDead() {
        Trial.of(world, Scenario.thatServicesEnd("registration access token dead",
                () -> clients().forEach(HydraClient::loseRegistrationToken)));
        // nobody can give the guest another one
        world.beginAnew(Map.of());
    }

    @Test
    void scopesReduced() {
        changed("scope taken away", "/scope", "", "smd.read");
    }

    @Test
    void audiencesReduced() {
        changed("audience taken away", "/audience", new JsonArray(), JsonArray.of("smd"));
    }

    @Test
    void grantTakenAway() {
        changed("grant taken away", "/grant_types", JsonArray.of("authorization_code"), JsonArray.of("client_credentials"));
    }

    @Test
    void secretChanged() {
        world.beginAnew(Map.of("openchami.auth.client.authentication", "client_secret_basic"));
        try {
            Trial.of(world, secretChangedTo("secret-of-an-operator").runningOn());
            Trial.of(world, secretChangedTo("another-of-an-operator"));
        } finally {
            world.beginAnew(Map.of());
        }
    }

    private Scenario secretChangedTo(String secret) {
        return Scenario.thatServicesEnd("secret changed by an operator", () -> {
            hydra.client("bss").put(new JsonObject().put("client_secret", secret));
            guest().replace("/client_secret", secret);
        }).withOneRegistration();
    }

    private void changed(String name, String member, Object worse, Object asBefore) {
        Trial.of(world, Scenario.of(name, () -> clients().forEach(one -> one.replace(member, worse)), () -> {
            assertThat(Identity.bss(world).health().state()).isEqualTo("refused");
            clients().forEach(one -> one.replace(member, asBefore));
        }));
    }

    private List<HydraClient> clients() {
        return List.of(hydra.client("bss"), guest());
    }

    private HydraClient guest() {
        return hydra.client(Identity.guest(world).health().clientId());
    }
}
