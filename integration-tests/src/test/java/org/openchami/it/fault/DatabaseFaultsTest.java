package org.openchami.it.fault;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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
            database.freeze();
        }, database::thaw).withOneRegistration()
                .meanwhile(trial -> {
                    trial.restartServices(() -> world.bss().loseState());
                    trial.awaitAge(LONG);
                }));
    }

    @Test
    void frozenWhileBothChangeTheirRegistrations() {
        try {
            Trial.of(world, Scenario.of("database frozen at management PUT", database::freeze, database::thaw).meanwhile(trial -> {
                trial.restartServices(() -> configure(WIDER));
                trial.awaitAge(LONG);
            }));
        } finally {
            configure(Map.of());
        }
        Trial.of(world, Scenario.thatServicesEnd("registration changed back", () -> {}));
    }

    private void configure(Map<String, String> changes) {
        world.bss().configure(changes);
        world.guest().configure(changes);
    }
}
