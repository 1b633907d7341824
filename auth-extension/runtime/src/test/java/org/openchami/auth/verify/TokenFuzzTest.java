package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.auth.testing.token.TokenForge;

import io.vertx.core.json.JsonObject;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * The verifier under tokens by the million that nobody signed so: none is accepted, none gets an exception out of it, and none costs more than its
 * bounds. What it costs is counted in bytes and signatures; the clock is only read to tell the slowest.
 */
class TokenFuzzTest {
    private static final int SEEDS = 16;
    private static final int BATCH = 512;
    private static final int BATCHES = 2048;
    /** Whatever the token; the longest that is read has 8 KiB. */
    private static final long MOST_BYTES = 512 * 1024;

    private static VerifierWorld world;
    private static Mutations mutations;
    private static Judgement judgement;

    @BeforeContainer
    static void start() {
        world = new VerifierWorld();
        List<String> good = new ArrayList<>();
        for (int i = 0; i < SEEDS; i++) {
            // signatures of elliptic curves are checked by another thread, and slowly: a few of them
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

    @AfterContainer
    static void stop() {
        judgement.settle();
        judgement.report("Fuzzed");
        world.close();
        assertThat(judgement.accepted()).isZero();
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.randomValue(Random::nextLong);
    }

    @Property(tries = BATCHES, shrinking = ShrinkingMode.OFF)
    void noMutationOfAGoodTokenIsAccepted(@ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < BATCH; i++) {
            judgement.bring(mutations.next(random));
        }
        assertThat(judgement.accepted()).isZero();
        assertThat(judgement.mostBytes()).as("bytes for %s", judgement.costly()).isLessThan(MOST_BYTES);
    }

    @Property(tries = 5000)
    void noTextIsAccepted(@ForAll String text) {
        refused(text);
        refused(text + "." + text + "." + text);
    }

    @Property(tries = 5000)
    void noBytesAreAccepted(@ForAll byte[] header, @ForAll byte[] claims, @ForAll @Size(max = 300) byte[] signature) {
        refused(encoded(header) + "." + encoded(claims) + "." + encoded(signature));
    }

    @Property(tries = 5000)
    void noJsonIsAcceptedWithoutASignature(@ForAll("objects") Map<String, Object> header, @ForAll("objects") Map<String, Object> claims) {
        Map<String, Object> whole = new TreeMap<>(world.claims().values());
        whole.putAll(claims);
        refused(encoded(header) + "." + encoded(whole) + "." + encoded(new byte[256]));
        Map<String, Object> known = new TreeMap<>(Map.of("alg", "RS256", "kid", world.rsa.kid()));
        known.putAll(header);
        refused(encoded(known) + "." + encoded(whole) + "." + encoded(new byte[256]));
    }

    @Property(tries = 200)
    void whatElseASignedTokenSaysDoesNotMatter(@ForAll("objects") Map<String, Object> more) {
        TokenClaims claims = world.claims();
        for (Map.Entry<String, Object> member : more.entrySet()) {
            claims = claims.with("x-" + member.getKey(), member.getValue());
        }
        assertThat(world.judge(world.rsa.token(claims))).isInstanceOf(Verdict.Accepted.class);
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of("alg", "kid", "typ", "crit", "jwk", "iss", "aud", "exp", "sub", "scp", "ext"),
                Arbitraries.strings().ascii().ofMaxLength(20));
        Arbitrary<Object> leaves = Arbitraries.oneOf(Arbitraries.strings().ascii().ofMaxLength(30), Arbitraries.longs(),
                Arbitraries.of(true, false),
                Arbitraries.doubles().ofScale(3).between(-1e12, 1e12), Arbitraries.of("RS256", "none", "smd", "openchami", "JWT"));
        Arbitrary<Object> values = Arbitraries.lazyOf(() -> leaves, () -> leaves.list().ofMaxSize(4).map(Object.class::cast),
                () -> Arbitraries.maps(names, leaves).ofMaxSize(3).map(Object.class::cast));
        return Arbitraries.maps(names, values).ofMaxSize(6);
    }

    private static void refused(String token) {
        judgement.bring(token);
        assertThat(judgement.accepted()).isZero();
        assertThat(judgement.mostBytes()).isLessThan(MOST_BYTES);
    }

    private static String encoded(Map<String, Object> object) {
        return encoded(new JsonObject(object).encode().getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
