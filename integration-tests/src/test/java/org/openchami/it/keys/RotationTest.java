package org.openchami.it.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.auth.testing.fault.KeyFault;
import org.openchami.auth.testing.fault.KeyServer;
import org.openchami.auth.testing.hydra.Hydra;
import org.openchami.it.world.Healing;
import org.openchami.it.world.KeysWorld;
import org.openchami.it.world.SharedWorld;
import org.openchami.it.world.World;

/** Hydra's signing key is exchanged in each of the ways in which it can be. */
@ExtendWith(SharedWorld.class)
class RotationTest {
    /** A read that was under way when the key was withdrawn, the one that brings the new set, and the one that shows that this was taken in. */
    private static final int READS = 3;
    private final KeysWorld keys;
    private final World world;
    private final Hydra hydra;
    private final KeyServer server;

    RotationTest(KeysWorld keys) {
        this.keys = keys;
        this.world = keys.world();
        this.hydra = world.hydra();
        this.server = keys.keys();
    }

    @BeforeEach
    void beWell() {
        server.heal();
        await("smd being well").atMost(Healing.PATIENCE).until(() -> call(world.token()).served());
    }

    @Test
    void aWithdrawnKeysTokensStopAtTheNextReadThoughTheyWereAcceptedBefore() {
        String withdrawn = world.token();
        String neverUsed = world.token();
        assertThat(call(withdrawn)).matches(Seen::served);
        hydra.rotateKeys();
        String next = world.token();
        assertThat(call(next)).matches(Seen::served);
        assertThat(call(withdrawn)).as("both keys are published").matches(Seen::served);

        hydra.retireOldKeys();
        assertStops(withdrawn, next);
        assertThat(call(neverUsed)).matches(Seen::refused);
    }

    @Test
    void theFirstTokenOfAnInstantSwapIsServed() {
        String old = world.token();
        assertThat(call(old)).matches(Seen::served);
        SigningKey.make().replaceAllOf(hydra.adminUrl());
        String swapped = world.token();
        assertThat(call(swapped)).matches(Seen::served);
        assertStops(old, swapped);
    }

    @Test
    void aKeyThatWasPublishedBeforeItsUseIsKnownWithoutAnotherRead() {
        SigningKey next = SigningKey.make();
        server.publishEarly(next.publicHalf());
        int published = server.asked().size();
        await("smd having read the next key").atMost(Healing.PATIENCE).until(() -> server.asked().size() >= published + READS);
        server.misbehave(KeyFault.DOWN);
        next.addTo(hydra.adminUrl());

        String ofTheNext = world.token();
        assertThat(TokenHeader.kid(ofTheNext)).isEqualTo(next.kid());
        assertThat(call(ofTheNext)).matches(Seen::served);
    }

    @Test
    void aWithdrawnKeyStaysWithdrawnInAStartFromDisk() {
        String withdrawn = world.token();
        assertThat(call(withdrawn)).matches(Seen::served);
        hydra.rotateKeys();
        hydra.retireOldKeys();
        String good = world.token();
        assertThat(call(good)).matches(Seen::served);
        assertStops(withdrawn, good);
        await("the keys on disk").atMost(Healing.PATIENCE)
                .until(() -> stored().contains(TokenHeader.kid(good)) && !stored().contains(TokenHeader.kid(withdrawn)));

        server.misbehave(KeyFault.DOWN);
        try {
            // long enough for a start on a busy machine
            restart(Map.of("openchami.auth.keys.stale", "10M"));
            await("a start from disk").atMost(Healing.PATIENCE).until(() -> call(good).served());
            assertThat(call(withdrawn)).as("nobody can be asked about its key").matches(Seen::putOff);
            server.heal();
            await("smd asking again").atMost(Healing.PATIENCE).until(() -> call(withdrawn).refused());
            assertThat(call(good)).matches(Seen::served);
        } finally {
            server.heal();
            restart(Map.of());
        }
    }

    /** Within the reads that it takes, and for good; nothing happens to the others. */
    private void assertStops(String withdrawn, String good) {
        int asked = server.asked().size();
        List<Integer> readsAtServedCalls = new ArrayList<>();
        await("the end of a withdrawn key").atMost(KeysWorld.REFRESH.plus(Healing.PATIENCE)).pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    int reads = server.asked().size() - asked;
                    boolean served = call(withdrawn).served();
                    if (served) {
                        readsAtServedCalls.add(reads);
                    }
                    assertThat(call(good)).matches(Seen::served);
                    return !served;
                });
        assertThat(readsAtServedCalls).allMatch(reads -> reads < READS);
        for (int i = 0; i < READS; i++) {
            assertThat(call(withdrawn)).matches(Seen::refused);
        }
    }

    private void restart(Map<String, String> settings) {
        keys.smd().kill();
        keys.smd().configure(settings);
        keys.smd().start();
        keys.smd().awaitListening();
    }

    /** All that smd keeps for its next start. */
    private String stored() {
        try (Stream<Path> files = Files.walk(keys.smd().folder().resolve("state"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Seen call(String token) {
        return Seen.of(keys.smd(), token);
    }
}
