package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.testing.http.Answer;

/** Every method of a protected route is protected, those that it does not have as well: 401 comes before 405. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MethodsTest {
    private final SecurityWorld world;

    MethodsTest(SecurityWorld world) {
        this.world = world;
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "FOO", "get"})
    void methodWithoutAToken(String method) {
        refused(RawHttp.to(world).send(method, SecurityWorld.PATH, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "FOO"})
    void methodWithABadToken(String method) {
        refused(RawHttp.to(world).header("Authorization", "Bearer abc.def.ghi").send(method, SecurityWorld.PATH, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
    void methodInAHeader(String name) {
        String token = world.good().sign();
        Answer answer = RawHttp.to(world).header("Authorization", "Bearer " + token).header(name, "DELETE").get();
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void corsPreflight() {
        Answer answer = RawHttp.to(world).header("Origin", "https://evil.example").header("Access-Control-Request-Method", "DELETE")
                .header("Access-Control-Request-Headers", "authorization").send("OPTIONS", SecurityWorld.PATH, "");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
    }

    @Test
    void connect() {
        assertThat(RawHttp.to(world).send("CONNECT", "127.0.0.1:" + world.trap().port(), "").status()).isNotEqualTo(200);
        assertThat(world.trap().connections()).isZero();
    }

    /** Traced requests would be sent back with their token. */
    @Test
    void trace() {
        String token = world.good().sign();
        Answer answer = RawHttp.to(world).header("Authorization", "Bearer " + token).send("TRACE", SecurityWorld.PATH, "");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.body()).doesNotContain(token);
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer ");
        assertThat(answer.header("Allow")).isEmpty();
        assertThat(answer.body()).doesNotContain("Components");
    }
}
