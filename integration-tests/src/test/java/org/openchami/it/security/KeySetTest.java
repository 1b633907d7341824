package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.it.refusal.Refused;

/** A key that is no good is left out with a warning, and the rest of its set serves. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeySetTest {
    private final SecurityWorld world;

    KeySetTest(SecurityWorld world) {
        this.world = world;
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void tokenOfABadKey(FaultyKey key) {
        Refused.INVALID_TOKEN.is(world.get(world.good(key.forge()).sign()));
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void badKeyIsNamedInAWarning(FaultyKey key) throws IOException {
        assertThat(Files.readAllLines(world.world().smd().log()))
                .anyMatch(line -> (line.contains("WARN") || line.contains("ERROR")) && line.contains(key.forge().kid()));
    }

    @Test
    void aGoodKeyOfTheSameSetServes() {
        assertThat(world.get(world.good().sign()).status()).isEqualTo(200);
    }

    Stream<Arguments> faulty() {
        return world.faulty().stream().map(key -> argumentSet(key.row(), key));
    }
}
