package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.it.refusal.Refused;

/** A key id is looked up among the keys of its issuer, and is nothing else: no path, no query, no command, no address. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyIdTest {
    private final SecurityWorld world;

    KeyIdTest(SecurityWorld world) {
        this.world = world;
    }

    @ParameterizedTest
    @MethodSource("texts")
    void kidThatIsMoreThanAName(String kid) {
        Refused.INVALID_TOKEN.is(world.get(world.good().header("kid", Draft.quoted(kid)).sign()));
        assertThat(world.trap().connections()).isZero();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void kidThatIsNoText(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    @Test
    void kidMissingWhereItIsRequired() {
        Refused.INVALID_TOKEN.is(world.get(world.good().withoutHeader("kid").sign()));
    }

    /** The log of smd is at DEBUG, the lowest there is in it: it says that a key was not found, and not which. */
    @Test
    void kidIsNeverLogged() {
        String canary = "kid-" + UUID.randomUUID();
        String kid = canary + "x".repeat(200) + "\r\n2026-01-01 00:00:00 INFO forged line\u001b[2J";
        for (String looked : List.of(canary, kid)) {
            String trace = UUID.randomUUID().toString().replace("-", "");
            long before = refusals();
            Refused.INVALID_TOKEN
                    .is(world.call().header("Authorization", "Bearer " + world.good().header("kid", Draft.quoted(looked)).sign())
                            .header("traceparent", "00-" + trace + "-0123456789abcdef-01").get());
            assertThat(world.world().smd().audit().ofTrace(trace).at("/event/reason")).isEqualTo("token key");
            await("the refusal in the log").atMost(Duration.ofSeconds(20)).until(() -> refusals() > before);
        }
        assertThat(world.world().smd().log()).content().doesNotContain(canary).doesNotContain("forged line").doesNotContain("\u001b[2J");
        assertThat(world.world().smd().audit().file()).content().doesNotContain(canary).doesNotContain("forged line");
    }

    private long refusals() {
        try (Stream<String> lines = Files.lines(world.world().smd().log())) {
            return lines.filter(line -> line.contains("OCAUTH-0300 Refused with 401: token key")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<Arguments> texts() {
        return Stream.of(argumentSet("../../etc/passwd", "../../../../../../etc/passwd"), argumentSet("/dev/null", "/dev/null"),
                argumentSet("file: address", "file:///dev/null"), argumentSet("' OR 1=1", "' OR 1=1 --"),
                argumentSet("union select", "x' UNION SELECT 'AAAA"), argumentSet("|id", "|id"), argumentSet("$(id)", "$(id)"),
                argumentSet("NUL", "a\u0000b"), argumentSet("NUL behind a good one", world.ring().ec().kid() + "\u0000"),
                argumentSet("a blank behind a good one", world.ring().ec().kid() + " "),
                argumentSet("a good one in capitals", world.ring().ec().kid().toUpperCase(Locale.ROOT)),
                argumentSet("CRLF", "a\r\nSet-Cookie: a=b"), argumentSet("address", world.trap().url("/jwks.json")),
                argumentSet("JNDI address", "${jndi:ldap://127.0.0.1:" + world.trap().port() + "/a}"),
                argumentSet("expression", "${java.version}#{1+1}"), argumentSet("markup", "<script>alert(1)</script>"),
                argumentSet("%s%n", "%s%s%n%n"), argumentSet("300 characters", "k".repeat(300)), argumentSet("8 KiB", "k".repeat(8192)),
                argumentSet("no ASCII", "\u043a\u043b\u044e\u0447 \ud83d\udd11"), argumentSet("empty", ""), argumentSet("blank", " "),
                argumentSet("__proto__", "__proto__"));
    }

    Stream<Arguments> kinds() {
        return Stream.of("1", "0", "null", "true", "[]", "{}", "1e400", "[" + Draft.quoted(world.ring().ec().kid()) + "]")
                .map(json -> argumentSet(json, world.good().header("kid", json).sign()));
    }
}
