package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.auth.testing.token.TokenForge;

/** A forged token costs no signature, unless it names one of our keys and is good but for its signature. */
class NoSignatureTest {
    private static VerifierWorld world;
    private long before;

    @BeforeAll
    static void start() {
        world = new VerifierWorld("openchami.auth.issuers.authority.not-before", Instant.now().minusSeconds(10).toString());
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void count() {
        before = world.signatures.sum();
    }

    private void isFree(String token, Reason reason) {
        assertThat(world.judge(token)).isEqualTo(new Verdict.Rejected(reason));
        assertThat(world.signatures.sum()).isEqualTo(before);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String header(String more) {
        String token = world.ec.token(world.claims());
        return base64("{\"alg\":\"ES256\",\"kid\":\"" + world.ec.kid() + "\"" + more + "}") + token.substring(token.indexOf('.'));
    }

    private record Case(String name, Reason reason, TokenClaims claims) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case of(Reason reason, String claim, Object value) {
        return new Case(claim + "=" + value, reason, world.claims().with(claim, value));
    }

    static Stream<Case> claims() {
        long now = world.clock.instant().getEpochSecond();
        return Stream.of(of(Reason.ISSUER, "iss", "http://evil"), of(Reason.AUDIENCE, "aud", "bss"), of(Reason.EXPIRED, "exp", now - 60),
                of(Reason.NOT_YET_VALID, "nbf", now + 60), of(Reason.NOT_YET_VALID, "iat", now + 60),
                of(Reason.LIFETIME, "exp", now + Duration.ofHours(25).toSeconds()), of(Reason.CLAIMS, "exp", "soon"),
                of(Reason.NOT_BEFORE, "iat", now - 11),
                of(Reason.TYPE, "nonce", "n"), of(Reason.TYPE, "at_hash", "h"), of(Reason.TYPE, "c_hash", "h"),
                of(Reason.CLAIMS, "sub", 1), of(Reason.CLAIMS, "client_id", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("claims")
    void whatItsClaimsRefuseIsFree(Case one) {
        isFree(world.ec.token(one.claims()), one.reason());
    }

    @Test
    void whatItsHeaderRefusesIsFree() {
        isFree(world.ec.confusedWithHmac().token(world.claims()), Reason.ALGORITHM);
        isFree(world.ec.unsigned().token(world.claims()) + "AAAA", Reason.ALGORITHM);
        isFree(header(",\"crit\":[\"exp\"]"), Reason.CRITICAL);
        isFree(header(",\"b64\":false"), Reason.CRITICAL);
        isFree(header(",\"zip\":\"DEF\""), Reason.CRITICAL);
        isFree(header(",\"typ\":\"dpop+jwt\""), Reason.TYPE);
        isFree(header(",\"x\":\"" + "x".repeat(1024) + "\""), Reason.SIZE);
        isFree(header(",\"alg\":\"ES256\""), Reason.JSON);
    }

    @Test
    void aKeyThatIsNotOursIsFree() {
        isFree(TokenForge.withNewEcKey().token(world.claims()), Reason.KEY);
        isFree(world.ec.withoutKid().token(world.claims()), Reason.KEY);
        isFree(world.rsa.claimingKid(world.ec.kid()).token(world.claims()), Reason.ALGORITHM);
    }

    @Test
    void whatIsNoTokenIsFree() {
        isFree("x", Reason.MALFORMED);
        isFree("a.b.c.d.e", Reason.MALFORMED);
        isFree(world.ec.token(world.claims()) + "=", Reason.MALFORMED);
        isFree("x".repeat(8193), Reason.SIZE);
        isFree(base64("{}") + "." + base64("[]") + ".AAAA", Reason.JSON);
    }

    @Test
    void aSignatureOfAnImpossibleShapeIsFree() {
        String token = world.ec.token(world.claims());
        String start = token.substring(0, token.lastIndexOf('.') + 1);
        byte[] ones = new byte[64];
        Arrays.fill(ones, (byte) 0xFF);

        for (byte[] signature : new byte[][]{new byte[64], ones, new byte[63], new byte[65], new byte[1]}) {
            isFree(start + Base64.getUrlEncoder().withoutPadding().encodeToString(signature), Reason.SIGNATURE);
        }
    }

    @Test
    void aForgedSignatureOfOurKeyCostsOne() {
        world.judge(TokenForge.withNewEcKey().claimingKid(world.ec.kid()).token(world.claims()));

        assertThat(world.signatures.sum()).isEqualTo(before + 1);
    }
}
