package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.token.TokenForge;

/** Nothing of a token or of its claims comes back, nor does it reach the log; all answers of a class are one. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReflectionTest {
    private static final String CANARY = "kNarY7f3a";

    private final SecurityWorld world;

    ReflectionTest(SecurityWorld world) {
        this.world = world;
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void claimsOrTokenInTheAnswer(String token) {
        Answer answer = world.get(token);
        assertThat(answer.status()).isIn(401, 403);
        String all = answer.headers().map() + answer.body();
        assertThat(all).doesNotContainIgnoringCase(CANARY);
        assertThat(parts(token)).noneMatch(all::contains);
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void claimsOrTokenInTheLog(String token) throws IOException {
        world.get(token);
        String log = Files.readString(world.world().smd().log());
        assertThat(log).doesNotContainIgnoringCase(CANARY);
        assertThat(parts(token)).noneMatch(log::contains);
    }

    /** Forged, expired, foreign, unknown, malformed: outside they look alike, headers and all. */
    @ParameterizedTest
    @MethodSource("tokens")
    void constantAnswer(String token) {
        Answer answer = world.get(token);
        Answer other = world.get(answer.status() == 401 ? "abc.def.ghi" : world.good().claim("scp", "[]").sign());
        assertThat(seen(answer)).isEqualTo(seen(other));
    }

    private static List<String> parts(String token) {
        return Stream.of(token.split("\\.")).filter(part -> part.length() > 8).toList();
    }

    private static String seen(Answer answer) {
        return answer.status() + " "
                + answer.headers().map().entrySet().stream().filter(header -> !header.getKey().equalsIgnoreCase("date"))
                        .map(Map.Entry::toString).sorted().toList()
                + " " + answer.body();
    }

    Stream<Arguments> tokens() {
        Draft good = world.good();
        String canary = Draft.quoted(CANARY);
        Draft full = good.claim("sub", canary).claim("jti", canary).claim("client_id", canary).claim("ext",
                "{" + canary + ":" + canary + "}");
        return Stream.of(argumentSet("iss", good.claim("iss", canary).sign()), argumentSet("aud", good.claim("aud", canary).sign()),
                argumentSet("exp", good.claim("exp", canary).sign()),
                argumentSet("scope missing", good.claim("scp", "[" + canary + "]").sign()),
                argumentSet("a service that nobody knows", full.sign()), argumentSet("alg", good.header("alg", canary).sign()),
                argumentSet("typ", good.header("typ", canary).sign()), argumentSet("crit", good.header("crit", "[" + canary + "]").sign()),
                argumentSet("forged", full.key(TokenForge.withNewEcKey().claimingKid(world.ring().ec().kid())).sign()),
                argumentSet("no JSON", good.sign(good.headerText(), CANARY)),
                argumentSet("no JSON in the header", good.sign(CANARY, good.claimsText())),
                argumentSet("a member that is none", good.moreClaims(CANARY).sign()),
                argumentSet("a name twice", good.moreClaims(canary + ":1," + canary + ":2").sign()),
                argumentSet("malformed", CANARY + ".a.b"));
    }
}
