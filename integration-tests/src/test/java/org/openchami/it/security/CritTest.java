package org.openchami.it.security;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.jose4j.base64url.Base64Url;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.it.refusal.Refused;

/** What a token's author calls critical must be understood (RFC 7515 section 4.1.11), and nothing is. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CritTest {
    private final SecurityWorld world;

    CritTest(SecurityWorld world) {
        this.world = world;
    }

    @ParameterizedTest
    @MethodSource("critical")
    void crit(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    @ParameterizedTest
    @MethodSource("unencoded")
    void b64False(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    Stream<Arguments> critical() {
        Draft good = world.good();
        return Stream.of(argumentSet("unknown", good.header("crit", "[\"bork\"]").header("bork", "1").sign()),
                argumentSet("unknown and absent", good.header("crit", "[\"bork\"]").sign()),
                argumentSet("empty", good.header("crit", "[]").sign()),
                argumentSet("duplicates", good.header("crit", "[\"exp\",\"exp\"]").header("exp", "1").sign()),
                argumentSet("names a registered header", good.header("crit", "[\"alg\"]").sign()),
                argumentSet("names kid", good.header("crit", "[\"kid\"]").sign()),
                argumentSet("names itself", good.header("crit", "[\"crit\"]").sign()),
                argumentSet("text", good.header("crit", "\"bork\"").header("bork", "1").sign()),
                argumentSet("null", good.header("crit", "null").sign()),
                argumentSet("object", good.header("crit", "{}").sign()), argumentSet("false", good.header("crit", "false").sign()),
                argumentSet("array of numbers", good.header("crit", "[1]").sign()),
                argumentSet("array of null", good.header("crit", "[null]").sign()),
                argumentSet("empty name", good.header("crit", "[\"\"]").sign()),
                argumentSet("b64 true", good.header("crit", "[\"b64\"]").header("b64", "true").sign()));
    }

    Stream<Arguments> unencoded() {
        Draft critical = world.good().header("b64", "false").header("crit", "[\"b64\"]");
        Draft silent = world.good().header("b64", "false");
        return Stream.of(argumentSet("critical, claims encoded all the same", critical.sign()),
                argumentSet("critical, signed as RFC 7797 says", plain(critical)),
                argumentSet("not critical, claims encoded all the same", silent.sign()),
                argumentSet("not critical, signed as RFC 7797 says", plain(silent)));
    }

    /** The signature is over the claims as they are. */
    private static String plain(Draft draft) {
        String header = Base64Url.encode(draft.headerText().getBytes(StandardCharsets.UTF_8));
        String signature = Base64Url.encode(draft.key().signature(header + "." + draft.claimsText()));
        return header + "." + Base64Url.encode(draft.claimsText().getBytes(StandardCharsets.UTF_8)) + "." + signature;
    }
}
