package org.openchami.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.auth.testing.fault.HttpWire;
import org.openchami.auth.testing.hydra.DatabaseFaults;
import org.openchami.it.world.FaultWorld;
import org.openchami.it.world.SharedWorld;

/** Hydra runs, and its database does not do what it should. Hydra says then what it says of a client that it does not know. */
@ExtendWith(SharedWorld.class)
class DatabaseFaultsTest {
    /** Past 10 s Hydra drops the answer and does the work. */
    private static final Duration LONG = Duration.ofSeconds(15);
    private static final Map<String, String> WIDER = Map.of("openchami.auth.peers.smd.scopes", "smd.read,smd.write");
    private final FaultWorld world;
    private final DatabaseFaults database;
    private volatile Instant frozen;

    DatabaseFaultsTest(FaultWorld world) {
        RealHydra.require(world.hydra());
        this.world = world;
        this.database = world.hydra().database();
    }

    @Test
    void stopped() {
        Trial.of(world, Scenario.of("database stopped", database::stop, database::start));
    }

    @Test
    void stoppedWhenATokenIsDueForRenewal() {
        Trial.of(world, Scenario.of("database stopped at renewal", database::stop, database::start).meanwhile(Trial::awaitFailedRenewal));
    }

    @Test
    void failedOver() {
        Trial.of(world, Scenario.thatServicesEnd("database connections ended", database::endConnections));
    }

    @Test
    void readOnly() {
        Trial.of(world, Scenario.of("database read-only", database::readOnly, database::writable));
    }

    @Test
    void withoutTables() {
        Trial.of(world, Scenario.of("tables missing", database::loseTables, database::findTables));
    }

    @Test
    void frozenWhileOneRegistersAndTheOtherAsksForAToken() {
        Trial.of(world, Scenario.of("database frozen at registration", () -> {
            world.hydra().deleteClient("bss");
            freeze();
        }, database::thaw).withOneRegistration()
                .meanwhile(trial -> {
                    trial.restartServices(() -> world.bss().loseState());
                    Trial.awaitAge(frozen, LONG);
                }));
    }

    @Test
    void frozenWhileAChangeOfARegistrationIsUnderWay() {
        try {
            frozenAtPut("database frozen at PUT, admin API", world.bssAtAdmin(), WIDER);
            assertThat(scopes("bss")).contains("smd.write");
            frozenAtPut("database frozen at PUT, RFC 7592", world.guestAtPublic(), Map.of());
            assertThat(scopes(Identity.guest(world).health().clientId())).isEqualTo("smd.read");
        } finally {
            configure(Map.of());
        }
    }

    /** It freezes when the change is on the wire, after the look at the client that comes first. */
    private void frozenAtPut(String name, HttpWire wire, Map<String, String> changes) {
        Instant begin = Instant.now();
        frozen = null;
        Trial.of(world, Scenario.of(name, () -> wire.beforeNext("PUT", this::freeze), () -> {
            wire.beforeNext("PUT", () -> {});
            database.thaw();
        }).meanwhile(trial -> {
            trial.restartServices(() -> configure(changes));
            await("the PUT").atMost(Duration.ofSeconds(30)).until(() -> frozen != null);
            Trial.awaitAge(frozen, LONG);
            assertThat(wire.exchanges()).filteredOn(one -> one.sent().isAfter(begin) && one.method().equals("PUT"))
                    .singleElement().as("the PUT, which the service gave up").satisfies(put -> {
                        assertThat(put.sent()).isBeforeOrEqualTo(frozen);
                        assertThat(put.status()).isNotEqualTo(200);
                    });
        }));
    }

    private void freeze() {
        database.freeze();
        frozen = Instant.now();
    }

    private String scopes(String client) {
        return world.hydra().client(client).metadata().orElseThrow().getString("scope");
    }

    private void configure(Map<String, String> changes) {
        world.bss().configure(changes);
        world.guest().configure(changes);
    }
}
