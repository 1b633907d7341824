package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.auth.testing.token.TokenForge;

import io.vertx.core.json.JsonObject;

/**
 * The verifier under tokens by the million that nobody signed so: none is accepted, none gets an exception out of it, and none costs more than its
 * bounds. What a token costs is counted in bytes, signatures and time of the processor, never by the clock on the wall.
 */
class TokenFuzzTest {
    private static final int SEEDS = 16;
    private static final int BATCH = 512;
    private static final int BATCHES = 2048;
    /** Whatever the token; the longest that is read has 8 KiB. */
    private static final long MOST_BYTES = 512 * 1024;
    /** A signature of an elliptic curve included; a slow machine's is far below. */
    private static final long MOST_NANOS = Duration.ofMillis(250).toNanos();

    private static VerifierWorld world;
    private static Mutations mutations;
    private static Judgement judgement;

    @BeforeAll
    static void start() {
        world = VerifierWorld.inOneThread();
        List<String> good = new ArrayList<>();
        for (int i = 0; i < SEEDS; i++) {
            // signatures of elliptic curves are checked slowly: a few of them
            TokenForge key = i == 0 ? world.ec : i % 2 == 0 ? world.rsa : world.pss;
            TokenClaims claims = world.claims().scopes("smd.read");
            good.add(key.token(i % 3 == 0 ? claims : claims.with("aud", "smd").without("scp").with("scope", "smd.read")));
        }
        good.forEach(world::accepted);
        mutations = new Mutations(good);
        warmUp();
        judgement = new Judgement(world);
    }

    /** What a class costs when it is first used is no token's cost. */
    private static void warmUp() {
        Judgement first = new Judgement(world);
        SplittableRandom random = new SplittableRandom(0);
        for (int i = 0; i < BATCH; i++) {
            first.bring(mutations.next(random));
        }
        first.settle();
    }

    @AfterAll
    static void stop() {
        judgement.settle();
        long meanBytes = judgement.meanBytes();
        judgement.report("Fuzzed");
        world.close();
        assertThat(judgement.accepted()).isZero();
        assertThat(meanBytes).as("bytes a token, by all threads").isLessThan(MOST_BYTES);
    }

    @Test
    void noMutationOfAGoodTokenIsAccepted() {
        Seed.tries(BATCHES, random -> {
            for (int i = 0; i < BATCH; i++) {
                judgement.bring(mutations.next(random));
            }
            assertWithinBounds();
        });
    }

    @Test
    void noTextIsAccepted() {
        Seed.tries(5000, random -> {
            refused(Anything.text(random));
            refused(Anything.text(random) + "." + Anything.text(random) + "." + Anything.text(random));
        });
    }

    @Test
    void noBytesAreAccepted() {
        Seed.tries(5000, random -> refused(encoded(Anything.bytes(random, 2000)) + "." + encoded(Anything.bytes(random, 4000)) + "."
                + encoded(Anything.bytes(random, 300))));
    }

    @Test
    void noJsonIsAcceptedWithoutASignature() {
        Seed.tries(5000, random -> {
            Map<String, Object> header = Anything.object(random);
            Map<String, Object> whole = new TreeMap<>(world.claims().values());
            whole.putAll(Anything.object(random));
            refused(encoded(header) + "." + encoded(whole) + "." + encoded(new byte[256]));
            Map<String, Object> known = new TreeMap<>(Map.of("alg", "RS256", "kid", world.rsa.kid()));
            known.putAll(header);
            refused(encoded(known) + "." + encoded(whole) + "." + encoded(new byte[256]));
        });
    }

    @Test
    void whatElseASignedTokenSaysDoesNotMatter() {
        Seed.tries(200, random -> {
            TokenClaims claims = world.claims();
            for (Map.Entry<String, Object> member : Anything.object(random).entrySet()) {
                claims = claims.with("x-" + member.getKey(), member.getValue());
            }
            assertThat(world.judge(world.rsa.token(claims))).isInstanceOf(Verdict.Accepted.class);
        });
    }

    private static void refused(String token) {
        judgement.bring(token);
        assertWithinBounds();
    }

    private static void assertWithinBounds() {
        assertThat(judgement.accepted()).isZero();
        assertThat(judgement.mostBytes()).as("bytes for %s", judgement.costly()).isLessThan(MOST_BYTES);
        assertThat(judgement.mostNanos()).as("nanoseconds for %s", judgement.slow()).isLessThan(MOST_NANOS);
    }

    private static String encoded(Map<String, Object> object) {
        return encoded(new JsonObject(object).encode().getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
