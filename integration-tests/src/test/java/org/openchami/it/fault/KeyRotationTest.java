package org.openchami.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.it.world.SharedWorld;
import org.openchami.it.world.WiredWorld;
import org.openchami.it.world.World;

/**
 * Hydra signs with new keys while calls run. Nobody logs in at the very instant in which a key is added: a token that Hydra v2.3 issues then
 * names the new key and is signed with the old one, and nobody can verify it.
 */
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
        Object instant = new Object();
        all.put("user of the newest key", () -> {
            String token;
            synchronized (instant) {
                token = world.token();
            }
            return callers.userOfSmd(token);
        });
        try (Traffic traffic = Traffic.start(Duration.ofMinutes(1), all, callers::anybody)) {
            for (int i = 0; i < ROTATIONS; i++) {
                traffic.awaitMoreCalls(10);
                synchronized (instant) {
                    world.hydra().rotateKeys();
                }
            }
            traffic.awaitMoreCalls(10);
            assertThat(traffic.failures()).isEmpty();
        }
    }
}
