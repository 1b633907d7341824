package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.testing.http.Call;
import org.openchami.it.refusal.Refused;

/** A scope is a word, held or not; two lists of them must be one. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopesTest {
    private final SecurityWorld world;

    ScopesTest(SecurityWorld world) {
        this.world = world;
    }

    @ParameterizedTest
    @ValueSource(strings = {"smd", "smd.", "smd.rea", "smd.read.all", "smd.reader", "xsmd.read", "SMD.READ", "smd.*", "*",
            "smd.read,smd.write",
            "smd.read;", "admin", "smd:read", "smd.write"})
    void scopeThatOnlyLooksLikeTheRightOne(String scope) {
        Refused.INSUFFICIENT_SCOPE.is(world.get(world.good().claim("scp", "[" + Draft.quoted(scope) + "]").sign()));
    }

    @Test
    void scopeOfAnotherRoute() {
        String token = world.good().sign();
        new Refused(403, "Bearer error=\"insufficient_scope\", scope=\"smd.write\"", "insufficient scope\n")
                .is(Call.to(world.world().smd().url(), SecurityWorld.PATH).header("Authorization", "Bearer " + token).json("POST", "{}"));
    }

    @ParameterizedTest
    @MethodSource("none")
    void noScope(String token) {
        Refused.INSUFFICIENT_SCOPE.is(world.get(token));
    }

    @ParameterizedTest
    @MethodSource("conflicts")
    void scopeAndScpThatDifferOrAreNone(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void scopeOrScp(String token) {
        assertThat(world.get(token).status()).isEqualTo(200);
    }

    Stream<Arguments> none() {
        Draft good = world.good().withoutClaim("scp");
        return Stream.of(argumentSet("neither", good.sign()), argumentSet("scp []", good.claim("scp", "[]").sign()),
                argumentSet("scope of no words", good.claim("scope", "\"\"").sign()),
                argumentSet("scope of blanks", good.claim("scope", "\"   \"").sign()),
                argumentSet("groups", good.claim("groups", "[\"smd.read\"]").sign()),
                argumentSet("permissions", good.claim("permissions", "[\"smd.read\"]").sign()),
                argumentSet("in ext", good.claim("ext", "{\"scp\":[\"smd.read\"]}").sign()));
    }

    Stream<Arguments> conflicts() {
        Draft good = world.good();
        return Stream.of(argumentSet("words separated by tabs", good.withoutClaim("scp").claim("scope", "\"a\\tsmd.read\"").sign()),
                argumentSet("scope has one more", good.claim("scope", "\"smd.read smd.write\"").sign()),
                argumentSet("scp has one more", good.claim("scp", "[\"smd.read\",\"smd.write\"]").claim("scope", "\"smd.read\"").sign()),
                argumentSet("nothing in common", good.claim("scope", "\"bss.read\"").sign()),
                argumentSet("scp is empty", good.claim("scp", "[]").claim("scope", "\"smd.read\"").sign()),
                argumentSet("scope is empty", good.claim("scope", "\"\"").sign()));
    }

    Stream<Arguments> forms() {
        Draft good = world.good();
        Draft none = good.withoutClaim("scp");
        return Stream.of(argumentSet("scp", good.sign()), argumentSet("scope", none.claim("scope", "\"smd.read\"").sign()),
                argumentSet("scope of more words", none.claim("scope", "\"openid smd.read bss.read\"").sign()),
                argumentSet("both the same", good.claim("scope", "\"smd.read\"").sign()),
                argumentSet("both the same in another order",
                        good.claim("scp", "[\"bss.read\",\"smd.read\"]").claim("scope", "\"smd.read bss.read\"").sign()));
    }
}
