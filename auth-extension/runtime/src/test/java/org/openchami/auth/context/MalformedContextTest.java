package org.openchami.auth.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.context.ContextVerdict.Fault;

/** What is no context at all, or one that nobody should have signed. */
class MalformedContextTest {
    private static ContextWorld world;

    @BeforeAll
    static void start() {
        world = new ContextWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static void isMalformed(String context) {
        assertThat(world.fault(context)).isEqualTo(Fault.MALFORMED);
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String good() {
        return world.sign(ContextWorld.chain(ContextWorld.NODE));
    }

    private static String withAlgorithm(String algorithm, Key key) throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setKeyIdHeaderValue(world.key.kid());
        jws.setHeader("typ", ContextSigner.TYPE);
        jws.setPayload(ContextWorld.claims(good()).toJson());
        jws.setKey(key);
        return jws.getCompactSerialization();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "....", "a", "a.b", "a.b.c", "a.b.c.d.e", "{}", "\u0000", "ü.ü.ü", "e30.e30.",
            "e30.e30.AA",
            "W10.e30.AA", "bnVsbA.e30.AA", "MQ.MQ.AA"})
    void garbageIsMalformed(String text) {
        isMalformed(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "[]", "{}", "null", "true", "\"none\"", "\"ES384\"", "\"HS256\"", "\"RS256\"", "\"es256\""})
    void anotherAlgorithmIsMalformed(String alg) {
        String rest = good().substring(good().indexOf('.'));

        isMalformed(part("{\"alg\":" + alg + ",\"kid\":\"" + world.key.kid() + "\",\"typ\":\"" + ContextSigner.TYPE + "\"}") + rest);
    }

    @Test
    void anUnsignedContextIsMalformed() throws JoseException {
        isMalformed(withAlgorithm("none", null));
    }

    @Test
    void thePublicKeyTakenForASecretIsMalformed() throws JoseException {
        isMalformed(withAlgorithm("HS256", new HmacKey(world.key.publicJwk().encode().getBytes(StandardCharsets.UTF_8))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "at+jwt", "call-proof+jwt", "CALL-CONTEXT+JWT", ""})
    void anotherTypeIsMalformed(String type) {
        isMalformed(world.key.sign(type, ContextWorld.claims(good())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "[]", "{}", "null"})
    void aKeyIdOrTypeThatIsNoTextIsMalformed(String value) {
        String rest = good().substring(good().indexOf('.'));

        isMalformed(part("{\"alg\":\"ES256\",\"kid\":" + value + ",\"typ\":\"" + ContextSigner.TYPE + "\"}") + rest);
        isMalformed(part("{\"alg\":\"ES256\",\"kid\":\"" + world.key.kid() + "\",\"typ\":" + value + "}") + rest);
    }

    @Test
    void aContextThatIsTooLongIsMalformed() {
        isMalformed(world.signed(claims -> claims.setClaim("x", "x".repeat(4096))));
    }

    @Test
    void anIssuerThatIsNoServiceIsMalformed() {
        isMalformed(world.signed(claims -> claims.setIssuer("bss")));
        isMalformed(world.signed(claims -> claims.setIssuer("http://hydra")));
        isMalformed(world.signed(claims -> claims.unsetClaim("iss")));
        isMalformed(world.signed(claims -> claims.setClaim("iss", 7)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"txn", "sub", "via", "rctx"})
    void aMissingOrStrangeClaimIsMalformed(String claim) {
        isMalformed(world.signed(claims -> claims.unsetClaim(claim)));
        for (Object value : List.of(7, true, List.of(), Map.of(), List.of(7), Map.of("type", 7), Map.of("type", "node", "xname", 7))) {
            isMalformed(world.signed(claims -> claims.setClaim(claim, value)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aud", "ath", "iat", "exp", "purp", "req_wl"})
    void anyOtherStrangeClaimIsNeverAnError(String claim) {
        for (Object value : List.of(7, true, List.of(), Map.of(), List.of(7), "x\n")) {
            assertThat(world.verify(world.signed(claims -> claims.setClaim(claim, value)), world.asBss)).isNotNull();
        }
    }

    @Test
    void twoHalvesThatContradictEachOtherAreMalformed() {
        isMalformed(world.signed(claims -> claims.setSubject("node:x9999c0s0b0n0")));
        isMalformed(world.signed(claims -> claims.setSubject("user:http://hydra#operator")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Boot.Script", "boot script", "boot\nscript", "{\"a\":1}", "ü"})
    void aPurposeThatIsNoDottedWordIsMalformed(String purpose) {
        isMalformed(world.signed(claims -> claims.setStringClaim("purp", purpose)));
        isMalformed(world.signed(claims -> claims.setStringClaim("purp", "x".repeat(65))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "01900000-0000-4000-8000-000000000001", "01900000-0000-7000-0000-000000000001",
            "01900000-0000-7000-8000-00000000000X", "01900000-0000-7000-8000-000000000001\n"})
    void aTransactionThatIsNoUuidOfOursIsMalformed(String transaction) {
        isMalformed(world.signed(claims -> claims.setStringClaim("txn", transaction)));
    }

    @Test
    void aThousandChangesAtRandomNeverHold() {
        Random random = new Random(20_260_103);
        String good = good();
        for (int i = 0; i < 1_000; i++) {
            StringBuilder changed = new StringBuilder(good);
            changed.setCharAt(random.nextInt(good.length()), (char) (' ' + random.nextInt(95)));
            if (!changed.toString().equals(good)) {
                assertThat(world.verify(changed.toString(), world.asBss)).as(changed.toString()).isInstanceOf(ContextVerdict.Invalid.class);
            }
        }
    }

    @Test
    void everyChangeOfTheLastCharacterIsRefused() {
        String good = good();
        for (char last = ' '; last < 127; last++) {
            String changed = good.substring(0, good.length() - 1) + last;
            if (!changed.equals(good)) {
                assertThat(world.verify(changed, world.asBss)).as(changed).isInstanceOf(ContextVerdict.Invalid.class);
            }
        }
    }
}
