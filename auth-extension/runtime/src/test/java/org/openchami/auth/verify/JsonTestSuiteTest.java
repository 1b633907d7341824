package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.json.Json;

/** JSONTestSuite: what it says must not be read is not, and what it says must be read is, but for what RFC 7493 and the bounds forbid. */
class JsonTestSuiteTest {
    private static final String FILE = "/json-test-suite/cases.tsv";
    /** A name twice (RFC 7493 section 2.3), and a number of more digits than are read. */
    private static final Set<String> STRICTER = Set.of("object_duplicated_key", "object_duplicated_key_and_value",
            "number_double_close_to_zero");

    private record Case(String name, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Case> cases(String kind) {
        try (InputStream in = JsonTestSuiteTest.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("\t"))
                    .filter(fields -> fields[0].equals(kind))
                    .map(fields -> new Case(fields[1], (String) Json.decodeValue(fields[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Case> bad() {
        return cases("n");
    }

    static Stream<Case> good() {
        return cases("y");
    }

    private static boolean read(String text) {
        return StrictJson.object(text.getBytes(StandardCharsets.UTF_8)).isPresent();
    }

    /** Most of them are lists: a member's value is where they could be read. */
    private static boolean readAsAMember(String text) {
        return read("{\"x\":" + text + "}");
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatIsNoJsonIsNotRead(Case one) {
        assertThat(read(one.text())).isFalse();
        assertThat(readAsAMember(one.text())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("good")
    void whatIsJsonIsRead(Case one) {
        assertThat(readAsAMember(one.text())).isEqualTo(!STRICTER.contains(one.name()));
    }

    @Test
    void noCaseIsLost() {
        assertThat(bad()).hasSize(174);
        assertThat(good()).hasSize(95);
    }

    /** The suite's two large cases. */
    @ParameterizedTest
    @ValueSource(strings = {"[", "[{\"\":"})
    void depthWithoutEndIsNotRead(String level) {
        assertThat(read(level.repeat(50_000))).isFalse();
        assertThat(readAsAMember(level.repeat(50_000))).isFalse();
    }
}
