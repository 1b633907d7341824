package org.openchami.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.openchami.auth.testing.http.Call;
import org.openchami.it.world.World;
import org.openchami.it.world.WorldPlan;

import io.vertx.core.json.JsonObject;

/** bss replaces the key that it proves itself and signs its call contexts with, while nodes and users call. */
class OwnKeyRotationTest {
    private static final String MAX_AGE = "12S";
    private static final String OVERLAP = "3S";

    private static World world() {
        World world = World.prepare(WorldPlan.create().bss("openchami.auth.client.max-age.read-only", MAX_AGE)
                .bss("openchami.auth.client.key-overlap", OVERLAP).bss("bss.nodes.ttl", "0s").bss("bss.nodes.unknown-ttl", "0s"));
        world.startServices();
        world.load();
        return world;
    }

    private static Set<String> kids(World world) {
        return Call.to(world.hydra().adminUrl(), "/admin/clients/bss").get().expect(200, "GET /admin/clients/bss").json()
                .getJsonObject("jwks").getJsonArray("keys").stream().map(key -> ((JsonObject) key).getString("kid"))
                .collect(Collectors.toSet());
    }

    @Test
    void noCallFailsWhileAKeyTakesTheOthersPlace() {
        try (World world = world()) {
            Set<String> first = kids(world);
            Callers callers = new Callers(world);
            try (Traffic traffic = Traffic.start(Duration.ofMinutes(1), callers.with(world.token()), callers::anybody)) {
                await("both keys").atMost(Duration.ofMinutes(1)).until(() -> kids(world).size() == 2);
                await("the new key alone").atMost(Duration.ofMinutes(1))
                        .until(() -> kids(world).size() == 1 && Collections.disjoint(kids(world), first));
                traffic.awaitMoreCalls(10);
                assertThat(traffic.failures()).isEmpty();
            }
            world.bss().stop();
            world.bss().start();
            world.bss().awaitReady();
            assertThat(world.hydra().clientIds()).containsOnlyOnce("bss");
        }
    }
}
