package org.openchami.it.fault;

import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.it.world.SharedWorld;
import org.openchami.it.world.WiredWorld;
import org.openchami.it.world.World;

import static org.assertj.core.api.Assertions.assertThat;

/** Hydra signs with new keys while calls run. */
@ExtendWith(SharedWorld.class)
class KeyRotationTest {
    private static final int ROTATIONS = 3;
    private final World world;

    KeyRotationTest(WiredWorld wired) {
        this.world = wired.world();
    }

    @Test
    void noValidCallFailsWhileHydraRotatesItsKeys() {
        Callers callers = new Callers(world);
        Map<String, Supplier<String>> all = callers.with(world.token());
        all.put("user of the newest key", callers::freshUser);
        try (Traffic traffic = Traffic.start(all)) {
            for (int i = 0; i < ROTATIONS; i++) {
                traffic.awaitMoreCalls(10);
                world.hydra().rotateKeys();
            }
            traffic.awaitMoreCalls(10);
            assertThat(traffic.failures()).isEmpty();
        }
    }
}
