package org.openchami.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.auth.testing.fault.HttpWire.Exchange;
import org.openchami.it.world.FaultWorld;
import org.openchami.it.world.RunningService;
import org.openchami.it.world.SharedWorld;

import io.vertx.core.json.JsonObject;

/** A service to which Hydra's admin API is closed registers, reads, changes and deletes itself (RFC 7591, RFC 7592). */
@ExtendWith(SharedWorld.class)
class DynamicRegistrationTest {
    private final FaultWorld world;
    private final RunningService guest;

    DynamicRegistrationTest(FaultWorld world) {
        this.world = world;
        this.guest = world.guest();
    }

    @AfterEach
    void asBefore() {
        restartWith(Map.of());
    }

    @Test
    void itRegistersOnceAndHydraNamesIt() {
        guest.stop();
        guest.loseState();
        ids().forEach(world.hydra()::deleteClient);
        Instant begin = Instant.now();
        guest.start();
        guest.awaitReady();
        assertThat(answered(begin)).containsOnlyOnce("POST /oauth2/register 201");
        assertThat(client().getString("token_endpoint_auth_method")).isEqualTo("private_key_jwt");
        assertThat(client().getString("scope")).isEqualTo("smd.read");
        assertThat(client().encode()).doesNotContain("\"d\":");
    }

    @Test
    void eachChangeIsMadeWithTheAccessTokenThatTheLastOneGave() {
        String id = id();
        for (String scopes : List.of("smd.read,smd.write", "smd.write", "smd.read")) {
            Instant begin = Instant.now();
            restartWith(Map.of("openchami.auth.peers.smd.scopes", scopes));
            assertThat(answered(begin)).containsOnlyOnce("PUT /oauth2/register/" + id + " 200")
                    .noneMatch(one -> one.startsWith("POST /oauth2/register"));
            assertThat(client().getString("scope").split(" ")).containsExactlyInAnyOrder(scopes.split(","));
        }
        assertThat(id()).isEqualTo(id);
    }

    @Test
    void anOrderlyEndDeletesTheClientWhereThatIsAskedFor() {
        restartWith(Map.of("openchami.auth.registration.delete-on-shutdown", "true"));
        String id = id();
        guest.stop();
        assertThat(ids()).isEmpty();
        guest.start();
        guest.awaitReady();
        assertThat(id()).isNotEqualTo(id);
    }

    private void restartWith(Map<String, String> changes) {
        guest.stop();
        guest.configure(changes);
        guest.start();
        guest.awaitReady();
    }

    private List<String> answered(Instant since) {
        return world.guestAtPublic().exchanges().stream().filter(one -> one.sent().isAfter(since)).map(DynamicRegistrationTest::text)
                .toList();
    }

    private static String text(Exchange one) {
        return one.method() + " " + one.path() + " " + one.status();
    }

    private List<String> ids() {
        return world.hydra().clientIds().stream().filter(id -> id.length() == 36).toList();
    }

    /** The only one. */
    private String id() {
        assertThat(ids()).hasSize(1);
        return ids().get(0);
    }

    private JsonObject client() {
        return world.hydra().client(id()).metadata().orElseThrow();
    }
}
