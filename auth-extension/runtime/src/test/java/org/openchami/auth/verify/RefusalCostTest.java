package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.auth.testing.token.TokenForge;

/** A token over a limit is refused at a price that its sender can't raise, though one of our own keys has signed it. */
class RefusalCostTest {
    private static final int TIMES = 200;
    /** Some times the size of the longest token that is read. */
    private static final long MOST_BYTES = 128 * 1024;
    private static final long MOST_NANOS = Duration.ofMillis(1).toNanos();

    private static VerifierWorld world;

    @BeforeAll
    static void start() {
        world = VerifierWorld.inOneThread();
        world.accepted(world.rsa.token(world.claims()));
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private record Case(String name, Reason reason, String token) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The median of many: a thread that is interrupted, or code that is not yet compiled, is no token's price. */
    @ParameterizedTest
    @MethodSource("bombs")
    void aBombIsRefusedInLittleTimeAndMemory(Case bomb) {
        Cost[] costs = new Cost[TIMES];
        for (int i = 0; i < TIMES; i++) {
            costs[i] = Cost.of(() -> assertThat(world.judge(bomb.token())).isEqualTo(new Verdict.Rejected(bomb.reason())));
        }

        assertThat(median(Arrays.stream(costs).mapToLong(Cost::bytes))).as("bytes").isLessThan(MOST_BYTES);
        assertThat(median(Arrays.stream(costs).mapToLong(Cost::cpuNanos))).as("nanoseconds").isLessThan(MOST_NANOS);
        assertThat(world.signatures.sum()).as("the good token's").isEqualTo(1);
    }

    private static long median(LongStream values) {
        return values.sorted().skip(TIMES / 2).findFirst().orElseThrow();
    }

    static Stream<Case> bombs() {
        return Stream.of(new Case("a token of 1 MB", Reason.SIZE, "9".repeat(1 << 20)),
                new Case("a number of 1 MB", Reason.SIZE, signed("9".repeat(1 << 20))),
                new Case("a fraction of 1 MB", Reason.SIZE, signed("0." + "9".repeat(1 << 20))),
                new Case("an exponent of 1 MB", Reason.SIZE, signed("1e" + "9".repeat(1 << 20))),
                new Case("a number of 5,000 digits", Reason.JSON, signed("9".repeat(5000))),
                new Case("a fraction of 5,000 digits", Reason.JSON, signed("0." + "9".repeat(5000))),
                new Case("an exponent of 5,000 digits", Reason.JSON, signed("1e" + "9".repeat(5000))),
                new Case("1e999", Reason.JSON, signed("1e999")), new Case("1e999999999", Reason.JSON, signed("1e999999999")),
                new Case("-1e999999999", Reason.JSON, signed("-1e999999999")),
                new Case("1e999 in a list", Reason.JSON, signed("[[1,1e999]]")),
                new Case("2,500 arrays in each other", Reason.JSON, signed("[".repeat(2500) + "]".repeat(2500))),
                new Case("800 objects in each other", Reason.JSON, signed("{\"a\":".repeat(800) + "1" + "}".repeat(800))),
                new Case("2,000 arrays that never end", Reason.JSON, signed("[".repeat(2000))),
                new Case("a header of 2 KiB", Reason.SIZE, withHeader("\"" + "h".repeat(2048) + "\"")),
                new Case("a header with a number of 900 digits", Reason.JSON, withHeader("9".repeat(900))),
                new Case("a name of 4,000 characters", Reason.JSON, signed("{\"" + "n".repeat(4000) + "\":1}")),
                new Case("a name twice", Reason.JSON, signed("{\"a\":1,\"a\":2}")),
                new Case("700 claims", Reason.JSON, signed("1" + members(700))));
    }

    private static String members(int count) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(",\"").append(Integer.toString(i, 36)).append("\":").append(0);
        }
        return all.toString();
    }

    /** A token of ours with one more claim, which nobody reads. */
    private static String signed(String json) {
        return forged("{\"alg\":\"RS256\",\"kid\":\"" + world.rsa.kid() + "\"}", json);
    }

    private static String withHeader(String json) {
        return forged("{\"alg\":\"RS256\",\"kid\":\"" + world.rsa.kid() + "\",\"x\":" + json + "}", "1");
    }

    private static String forged(String header, String json) {
        String good = world.rsa.token(world.claims()).split("\\.")[1];
        String claims = new String(Base64.getUrlDecoder().decode(good), StandardCharsets.UTF_8);
        String more = claims.substring(0, claims.length() - 1) + ",\"x\":" + json + "}";
        TokenForge key = world.rsa;
        return key.token(header.getBytes(StandardCharsets.UTF_8), more.getBytes(StandardCharsets.UTF_8));
    }
}
