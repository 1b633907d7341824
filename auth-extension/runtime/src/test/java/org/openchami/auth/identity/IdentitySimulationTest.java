package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * Ten thousand lives of an identity, each under its own random faults. At every step: never an expired token, never a valid one dropped, no try before
 * the back-off or the authority allows it, nothing asked for that is not stored, no client asked for without need, no secret in a snapshot, and only
 * the transitions that {@link IdentityState} draws. In the end: healed within one step, registered no more often than clients were lost, no client
 * that nobody knows of, and exactly our keys at the authority. A life that fails is told by its seed, and {@link SimRun} lives it again.
 */
class IdentitySimulationTest {
    private static final int LIVES = 10_000;

    /** Failures that no caller would ever see. */
    private final Queue<Throwable> dropped = new ConcurrentLinkedQueue<>();
    private final Logger log = Logger.getLogger("org.openchami.auth");

    @BeforeEach
    void watch() {
        Infrastructure.setDroppedExceptionHandler(dropped::add);
        // ten thousand lives say much that nobody reads
        log.setLevel(Level.OFF);
    }

    @AfterEach
    void nothingWasDropped() {
        Infrastructure.resetDroppedExceptionHandler();
        log.setLevel(null);
        assertThat(dropped).isEmpty();
    }

    @Test
    void itSurvivesAnySchedule() {
        LongStream.range(0, LIVES).parallel().forEach(seed -> {
            try {
                new SimRun(seed).live();
            } catch (AssertionError | RuntimeException e) {
                fail("seed " + seed, e);
            }
        });
    }

    /** Seeds that once failed. */
    @ParameterizedTest
    @ValueSource(longs = {48, 1550, 2314, 2706, 3594, 3910, 4281, 5715, 9378, 12669, 13613})
    void itSurvivesWhatOnceKilledIt(long seed) {
        new SimRun(seed).live();
    }
}
