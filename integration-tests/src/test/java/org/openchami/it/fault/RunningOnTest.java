package org.openchami.it.fault;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.it.world.FaultWorld;
import org.openchami.it.world.PlayedService;
import org.openchami.it.world.SharedWorld;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The services run on through a fault with good tokens, and just then want new ones: no call fails, and none of the tokens is thrown away. */
@ExtendWith(SharedWorld.class)
class RunningOnTest {
    private final FaultWorld world;

    RunningOnTest(FaultWorld world) {
        this.world = world;
    }

    static Stream<Named<Function<FaultWorld, Scenario>>> faults() {
        JsonObject others = new JsonObject(PlayedService.withNewKey("other").jwks());
        return Stream.of(
                fault("killed and back", world -> world.hydra().kill(), world -> world.hydra().restart()),
                fault("system secret changed", world -> {
                    RealHydra.requireProcess(world.hydra());
                    world.hydra().loseSystemSecret();
                }, world -> world.hydra().restoreSystemSecret()),
                fault("database read-only", world -> world.hydra().database().readOnly(), world -> world.hydra().database().writable()),
                fault("tables missing", world -> world.hydra().database().loseTables(), world -> world.hydra().database().findTables()),
                fault("database frozen", world -> world.hydra().database().freeze(), world -> world.hydra().database().thaw()),
                thatServicesEnd("database connections ended", world -> world.hydra().database().endConnections()),
                thatServicesEnd("client's keys replaced", world -> change(world, "/jwks", others)),
                fault("scope taken away", world -> change(world, "/scope", ""), world -> change(world, "/scope", "smd.read")),
                fault("audience taken away", world -> change(world, "/audience", new JsonArray()),
                        world -> change(world, "/audience", JsonArray.of("smd"))));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void noCallFails(Function<FaultWorld, Scenario> fault) {
        RealHydra.require(world.hydra());
        Trial.of(world, fault.apply(world).runningOn());
    }

    private static Named<Function<FaultWorld, Scenario>> fault(String name, Consumer<FaultWorld> begins, Consumer<FaultWorld> ends) {
        return Named.of(name, world -> Scenario.of(name, () -> begins.accept(world), () -> ends.accept(world)));
    }

    private static Named<Function<FaultWorld, Scenario>> thatServicesEnd(String name, Consumer<FaultWorld> begins) {
        return Named.of(name, world -> Scenario.thatServicesEnd(name, () -> begins.accept(world)));
    }

    private static void change(FaultWorld world, String member, Object value) {
        world.hydra().client("bss").replace(member, value);
        world.hydra().client(Identity.guest(world).health().clientId()).replace(member, value);
    }
}
