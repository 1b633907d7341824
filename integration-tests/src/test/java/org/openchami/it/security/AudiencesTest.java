package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.it.refusal.Refused;

/** A token is for smd or for the whole cluster, in so many letters, or it is for somebody else. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AudiencesTest {
    private final SecurityWorld world;

    AudiencesTest(SecurityWorld world) {
        this.world = world;
    }

    @ParameterizedTest
    @MethodSource("others")
    void audThatIsNotOurs(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"smd\"", "\"openchami\"", "[\"smd\"]", "[\"bss\",\"smd\"]", "[\"openchami\",\"bss\"]"})
    void audThatNamesUs(String json) {
        assertThat(world.get(world.good().claim("aud", json).sign()).status()).isEqualTo(200);
    }

    Stream<Arguments> others() {
        Draft good = world.good();
        Stream<Arguments> values = Stream
                .of("null", "[]", "{}", "\"\"", "\" \"", "0", "true", "[[\"smd\"]]", "[null]", "[\"\"]", "{\"smd\":true}",
                        "{\"aud\":\"smd\"}",
                        "\"bss\"", "[\"bss\"]", "\"smd2\"", "\"smd/x\"", "\"smd.evil\"", "\"sm\"", "\"xsmd\"", "\"SMD\"", "\"Smd\"",
                        "\"smd \"",
                        "\" smd\"", "\"smd,bss\"", "\"smd bss\"", "[\"smd bss\"]", "\"smd\\u0000\"", "\"*\"", "\".*\"", "\"http://smd\"",
                        "\"openchami.org\"", "\"open\\u0441hami\"")
                .map(json -> argumentSet(json, good.claim("aud", json).sign()));
        return Stream.concat(Stream.of(argumentSet("missing", good.withoutClaim("aud").sign())), values);
    }
}
