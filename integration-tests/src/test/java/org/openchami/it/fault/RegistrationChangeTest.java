package org.openchami.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.auth.testing.fault.HttpWire.Exchange;
import org.openchami.auth.testing.hydra.Hydra;
import org.openchami.auth.testing.hydra.HydraClient;
import org.openchami.it.world.FaultWorld;
import org.openchami.it.world.SharedWorld;

/**
 * Other scopes are configured, and the registration access token that changes the guest's client is dead. Nobody can give the guest another
 * one: it takes a second client, and can't delete the first. That is the one exception to one live client a service. The first is noted for an
 * operator, who finds it by its owner. bss has the admin API, and needs no such token.
 */
@ExtendWith(SharedWorld.class)
class RegistrationChangeTest {
    private static final Map<String, String> WIDER = Map.of("openchami.auth.peers.smd.scopes", "smd.read,smd.write");
    private final FaultWorld world;
    private final Hydra hydra;

    RegistrationChangeTest(FaultWorld world) {
        this.world = world;
        this.hydra = world.hydra();
    }

    @AfterEach
    void beginAnew() {
        world.beginAnew(Map.of());
    }

    @Test
    void theRegistrationAccessTokenIsDead() throws IOException {
        assertTakesAnotherClient("registration access token dead, and needed", () -> {
            hydra.client("bss").loseRegistrationToken();
            hydra.client(guest().health().clientId()).loseRegistrationToken();
        });
    }

    @Test
    void theAnswerWithTheNextRegistrationAccessTokenIsLost() throws IOException {
        assertTakesAnotherClient("answer to PUT lost", () -> {
            world.bssAtAdmin().loseNextAnswerTo("PUT");
            world.guestAtPublic().loseNextAnswerTo("PUT");
        });
    }

    private void assertTakesAnotherClient(String name, Runnable fault) throws IOException {
        String former = guest().health().clientId();
        Instant begin = Instant.now();
        Trial.of(world, Scenario.thatServicesEnd(name, fault).thatOrphansAClientOf("guest").meanwhile(trial -> {
            trial.restartServices(this::configureMore);
            // a change that was never answered is made again with the next token
            trial.renew();
        }));

        assertThat(guest().orphans()).containsExactly(former);
        assertThat(Files.readString(world.guest().log())).contains("OCAUTH-0207 The client '" + former + "'");
        String id = guest().health().clientId();
        assertThat(hydra.clientIds()).filteredOn(this::isOfOurOwner).containsExactlyInAnyOrder("bss", id, former);
        assertThat(hydra.client("bss")).extracting(this::scope).isEqualTo("smd.read smd.write");
        assertThat(hydra.client(id)).extracting(this::scope).isEqualTo("smd.read smd.write");
        assertThat(guest().tokenRequests(begin)).extracting(Exchange::status).containsOnly(200);
    }

    private void configureMore() {
        world.bss().configure(WIDER);
        world.guest().configure(WIDER);
    }

    /** As one looks for them who prunes. */
    private boolean isOfOurOwner(String client) {
        return hydra.client(client).metadata().orElseThrow().getString("owner").equals("openchami-auth/bss");
    }

    private String scope(HydraClient client) {
        return client.metadata().orElseThrow().getString("scope");
    }

    private Identity guest() {
        return Identity.guest(world);
    }
}
