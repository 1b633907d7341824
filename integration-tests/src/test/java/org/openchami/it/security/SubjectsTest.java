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
import org.openchami.auth.testing.http.Call;
import org.openchami.it.refusal.CallContexts;
import org.openchami.it.refusal.Refused;

/** Who calls is a user or a service, of this issuer, and never a guess. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubjectsTest {
    private final SecurityWorld world;

    SubjectsTest(SecurityWorld world) {
        this.world = world;
    }

    @ParameterizedTest
    @MethodSource("nobodies")
    void subOrClientThatIsNobody(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    @ParameterizedTest
    @MethodSource("disguised")
    void subOfSomebodyElsesKind(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void serviceThatSmdDoesNotKnow(String token) {
        Refused.INSUFFICIENT_SCOPE.is(world.get(token));
    }

    @Test
    void serviceWithoutAContext() {
        Refused.INSUFFICIENT_CONTEXT.is(world.get(service("known").sign()));
    }

    /** What a service says of a node it says with its own token: a user is nobody's node. */
    @Test
    void userWhereAServiceIsNeeded() {
        String user = world.good().sign();
        String context = world.known().sign(CallContexts.TYPE, CallContexts.good(world.known(), user));
        Refused.INSUFFICIENT_CONTEXT.is(world.call().header("Authorization", "Bearer " + user).header("Call-Context", context).get());
        String service = service("known").sign();
        assertThat(world.call().header("Authorization", "Bearer " + service)
                .header("Call-Context", world.known().sign(CallContexts.TYPE, CallContexts.good(world.known(), service))).get().status())
                .isEqualTo(200);
    }

    @Test
    void serviceThatMayOnlyRead() {
        String token = service("known").claim("scp", "[\"smd.read\",\"smd.write\"]").sign();
        new Refused(403, "Bearer error=\"insufficient_scope\", scope=\"smd.write\"", "insufficient scope\n")
                .is(Call.to(world.world().smd().url(), SecurityWorld.PATH).header("Authorization", "Bearer " + token).delete());
    }

    /** A known service of Hydra has no name at another issuer. */
    @Test
    void serviceOfTheSameNameAtAnotherIssuer() {
        Draft twin = Issuers.token("twin", world.issuers().keyOf("twin"));
        Refused.INSUFFICIENT_SCOPE.is(world.get(twin.claim("sub", "\"known\"").claim("client_id", "\"known\"").sign()));
    }

    private Draft service(String id) {
        return world.good().claim("sub", Draft.quoted(id)).claim("client_id", Draft.quoted(id));
    }

    Stream<Arguments> nobodies() {
        Draft good = world.good();
        Stream<Arguments> missing = Stream.of(argumentSet("sub missing", good.withoutClaim("sub").sign()),
                argumentSet("client_id missing", good.withoutClaim("client_id").sign()));
        Stream<Arguments> wrong = Stream.of("sub", "client_id")
                .flatMap(name -> Stream.of("null", "\"\"", "\" \"", "0", "true", "[]", "{}", "[\"operator\"]")
                        .map(json -> argumentSet(name + " " + json, good.claim(name, json).sign())));
        return Stream.concat(missing, wrong);
    }

    Stream<Arguments> disguised() {
        Draft good = world.good();
        return Stream.of(argumentSet("a user called like a known service", good.claim("sub", "\"bss\"").sign()),
                argumentSet("a user called like another known service", good.claim("sub", "\"known\"").sign()),
                argumentSet("a user called like a node", good.claim("sub", "\"x1000c0s0b0n0\"").sign()));
    }

    Stream<Arguments> unknown() {
        return Stream.of("stranger", "BSS", "bss ", "known.", "smd", "openchami-cli").map(id -> argumentSet(id, service(id).sign()));
    }
}
