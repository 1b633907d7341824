package org.openchami.it.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.auth.testing.fault.KeyServer;
import org.openchami.it.world.KeysWorld;
import org.openchami.it.world.SharedWorld;
import org.openchami.it.world.World;

/** Few callers may wait for a key that smd does not know, and somebody at one address takes all of these places and more. */
@ExtendWith(SharedWorld.class)
class FairnessTest {
    private static final Logger LOG = System.getLogger(FairnessTest.class.getName());
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 4 * KeysWorld.MAX_WAITING;
    private static final int JUNK = 200_000;
    private static final int NEW_KEYS = 5;
    private final KeysWorld keys;
    private final World world;
    private final KeyServer server;

    FairnessTest(KeysWorld keys) {
        this.keys = keys;
        this.world = keys.world();
        this.server = keys.keys();
    }

    @Test
    void aFloodFromOneAddressDoesNotCrowdOutTheCallerWithANewKeyFromAnother() {
        GenuineTokens tokens = new GenuineTokens(world.hydra());
        Instant begin = Instant.now();
        try (Flood flood = Flood.start(keys.smd(), world.hydra().issuer(), AT_ONCE, JUNK, Flood.ELSEWHERE)) {
            for (int i = 0; i < NEW_KEYS; i++) {
                awaitCrowding(flood);
                world.hydra().rotateKeys();
                String token = tokens.from(world::token);
                assertThat(Seen.of(keys.smd(), token)).matches(Seen::served);
            }
            flood.stop();
            List<Instant> reads = server.asked().stream().filter(begin::isBefore).toList();
            LOG.log(Level.INFO, "{0}; the keys were read {1} times, {2} in the worst ten seconds", flood, reads.size(), Reads.worst(reads));
            assertThat(flood.answers().keySet()).isSubsetOf("401", "503");
            assertThat(Reads.worst(reads)).isLessThanOrEqualTo(Reads.MOST);
        }
    }

    /** Returns when more callers were sent away than could be sent away by one chance. */
    private static void awaitCrowding(Flood flood) {
        int before = crowded(flood);
        await("callers that are sent away").atMost(PATIENCE).until(() -> crowded(flood) >= before + AT_ONCE);
    }

    private static int crowded(Flood flood) {
        return flood.answers().getOrDefault("503", 0);
    }
}
