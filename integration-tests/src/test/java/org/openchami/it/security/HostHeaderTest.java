package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.auth.testing.http.Answer;

/** A challenge names this service's address as the request wrote it, if it wrote a host, and repeats nothing else. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostHeaderTest {
    private final SecurityWorld world;

    HostHeaderTest(SecurityWorld world) {
        this.world = world;
    }

    /** Also answered at once: to look at a host takes no longer than to read it. */
    @ParameterizedTest
    @MethodSource("hosts")
    void hostThatIsNone(String host) {
        Answer answer = RawHttp.to(world)
                .exchange("GET " + SecurityWorld.PATH + " HTTP/1.1\r\nConnection: close\r\nHost: " + host + "\r\n\r\n");
        assertThat(answer.status()).isIn(400, 401, RawHttp.HUNG_UP);
        assertThat(answer.headers().map() + answer.body()).doesNotContain("resource_metadata").doesNotContain("evil");
    }

    Stream<Arguments> hosts() {
        return Stream.of(argumentSet("quotes", "a\", error=\"evil"), argumentSet("comma", "a, Basic realm=evil"),
                argumentSet("blank", "a evil"),
                argumentSet("path", "a/evil"), argumentSet("user", "evil@a"), argumentSet("markup", "<evil>"),
                argumentSet("port that is none", "a:evil"),
                argumentSet("underscore behind 28 letters", "a".repeat(28) + "_"),
                argumentSet("underscore behind 250 letters", "a".repeat(250) + "_"),
                argumentSet("dots", ".".repeat(200)), argumentSet("labels", "a.".repeat(120) + "_"),
                argumentSet("dashes", "a" + "-".repeat(200) + "_"),
                argumentSet("4 KiB", "a".repeat(4096)), argumentSet("digits", "1".repeat(250) + ":" + "1".repeat(20)),
                argumentSet("brackets", "[" + ":".repeat(300) + "]"), argumentSet("no ASCII", "\u00e9vil"), argumentSet("tab", "a\tevil"));
    }
}
