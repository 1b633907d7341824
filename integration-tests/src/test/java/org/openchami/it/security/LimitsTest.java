package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.testing.http.Answer;
import org.openchami.it.refusal.Refused;

/** A token has its limits, whoever signed it, and one that keeps them is good. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsTest {
    private static final int MOST = 8192;

    private final SecurityWorld world;

    LimitsTest(SecurityWorld world) {
        this.world = world;
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void tokenOverALimit(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    @ParameterizedTest
    @MethodSource("enough")
    void tokenWithinTheLimits(String token) {
        assertThat(world.get(token).status()).isEqualTo(200);
    }

    /** The server itself takes no headers of that size; of a very long one it hangs up on, it may not read the end. */
    @ParameterizedTest
    @ValueSource(ints = {70_000, 1_000_000})
    void tokenOverTheServersOwnLimit(int size) {
        Answer answer = RawHttp.to(world).header("Authorization", "Bearer " + "9".repeat(size)).get();
        assertThat(answer.status()).isIn(431, RawHttp.HUNG_UP);
        assertThat(answer.body()).doesNotContain("9999");
    }

    /** What it costs to refuse them is told by {@code RefusalCostTest}, which needs no server. */
    @Test
    void digitStringOf1MbInAGoodToken() {
        Draft good = world.good();
        for (String claim : new String[]{"exp", "ext"}) {
            Answer answer = RawHttp.to(world).header("Authorization", "Bearer " + good.claim(claim, "9".repeat(1 << 20)).sign()).get();
            assertThat(answer.status()).isIn(431, RawHttp.HUNG_UP);
        }
        assertThat(world.get(good.sign()).status()).isEqualTo(200);
    }

    Stream<Arguments> tooMuch() {
        Draft good = world.good();
        return Stream.of(argumentSet("more than 8 KiB", sized(MOST + 4)), argumentSet("16 KiB", sized(2 * MOST)),
                argumentSet("header over 1 KiB", good.header("cert", Draft.quoted("h".repeat(1024))).sign()),
                argumentSet("header of many names", good.moreHeader(members(200)).sign()),
                argumentSet("claims 9 deep, arrays", good.claim("ext", nested(8, "[", "]")).sign()),
                argumentSet("claims 9 deep, objects", good.claim("ext", nested(8, "{\"a\":", "}")).sign()),
                argumentSet("claims 1,000 deep", good.claim("ext", nested(1000, "[", "]")).sign()),
                argumentSet("claims 5,000 deep and open", good.sign(good.headerText(), "{\"a\":" + "[".repeat(5000))),
                argumentSet("header 9 deep", good.header("ext", nested(8, "[", "]")).sign()),
                argumentSet("129 claims", good.moreClaims(members(129 - good.claims().size())).sign()),
                argumentSet("600 claims", good.moreClaims(members(600)).sign()),
                argumentSet("a number of 4,000 digits", good.claim("ext", "9".repeat(4000)).sign()),
                argumentSet("a fraction of 4,000 digits", good.claim("ext", "0." + "9".repeat(4000)).sign()),
                argumentSet("exp of 4,000 digits", good.claim("exp", "9".repeat(4000)).sign()),
                argumentSet("a name of 1,000 characters", good.moreClaims(Draft.quoted("n".repeat(1000)) + ":1").sign()),
                argumentSet("number 1e999 as exp", good.claim("exp", "1e999").sign()),
                argumentSet("number 1e999 that nobody reads", good.claim("x", "1e999").sign()),
                argumentSet("number -1e999 deep in what nobody reads", good.claim("x", "{\"a\":[0,-1e999]}").sign()),
                argumentSet("number 1e999999999 that nobody reads", good.claim("x", "1e999999999").sign()),
                argumentSet("number 1e999 in the header", good.header("x", "1e999").sign()),
                argumentSet("number 1e999999999 as exp", good.claim("exp", "1e999999999").sign()),
                argumentSet("number 1e999999999 as iat", good.claim("iat", "1e999999999").sign()),
                argumentSet("number 1e-999999999 as nbf", good.claim("nbf", "-1e999999999").sign()));
    }

    Stream<Arguments> enough() {
        Draft good = world.good();
        return Stream.of(argumentSet("8 KiB", sized(MOST)),
                argumentSet("128 claims", good.moreClaims(members(128 - good.claims().size())).sign()),
                argumentSet("claims 8 deep", good.claim("ext", nested(7, "[", "]")).sign()),
                argumentSet("header of 1 KiB", good.header("x", Draft.quoted("h".repeat(1024 - 8 - good.headerText().length()))).sign()));
    }

    /** A token of that many characters; a signature of ES256 always has the same length. */
    private String sized(int length) {
        Draft good = world.good();
        int missing = length - good.claim("pad", "\"\"").sign().length();
        String token = "";
        for (int more = missing * 3 / 4 - 4; token.length() < length; more++) {
            token = good.claim("pad", Draft.quoted("p".repeat(more))).sign();
        }
        return token;
    }

    private static String nested(int levels, String open, String close) {
        return open.repeat(levels) + "1" + close.repeat(levels);
    }

    private static String members(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"c" + i + "\":" + i).collect(Collectors.joining(","));
    }
}
