package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.auth.testing.token.TokenForge;

/** Tokens with good claims that the authority never signed. */
class ForgedTokenTest {
    private static VerifierWorld world;

    @BeforeAll
    static void start() {
        world = new VerifierWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static void isRefused(String token, Reason reason) {
        assertThat(world.judge(token)).isEqualTo(new Verdict.Rejected(reason));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String withSignature(byte[] signature) {
        String token = world.ec.token(world.claims());
        return token.substring(0, token.lastIndexOf('.') + 1) + base64(signature);
    }

    @Test
    void anUnsignedTokenIsRefused() {
        isRefused(world.ec.unsigned().token(world.claims()) + "AAAA", Reason.ALGORITHM);
        isRefused(world.ec.unsigned().token(world.claims()), Reason.MALFORMED);
    }

    @Test
    void thePublicKeyTakenForASecretIsRefused() {
        for (TokenForge forge : new TokenForge[]{world.ec, world.rsa}) {
            byte[] der = forge.jwk().getPublicKey().getEncoded();
            String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(der)
                    + "\n-----END PUBLIC KEY-----\n";
            isRefused(forge.confusedWithHmac().token(world.claims()), Reason.ALGORITHM);
            isRefused(new TokenForge(new HmacKey(pem.getBytes(StandardCharsets.US_ASCII)), "HS256", forge.kid(), forge.jwk())
                    .token(world.claims()), Reason.ALGORITHM);
        }
    }

    @Test
    void anotherKeyUnderAKnownIdIsRefused() {
        isRefused(TokenForge.withNewEcKey().claimingKid(world.ec.kid()).token(world.claims()), Reason.SIGNATURE);
        isRefused(TokenForge.withNewRsaKey().claimingKid(world.rsa.kid()).token(world.claims()), Reason.SIGNATURE);
    }

    @Test
    void aKeyThatTheAuthorityDoesNotPublishIsRefused() {
        isRefused(TokenForge.withNewEcKey().token(world.claims()), Reason.KEY);
    }

    @Test
    void aTokenWithoutAKeyIdIsRefused() {
        isRefused(world.ec.withoutKid().token(world.claims()), Reason.KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "' OR 1=1", "|id", "\u0000", "a\r\nb"})
    void aKeyIdThatIsNoneOfTheAuthoritysIsRefusedWhateverItSays(String kid) {
        isRefused(world.ec.claimingKid(kid).token(world.claims()), Reason.KEY);
    }

    @Test
    void anAlgorithmOfAnotherKindThanTheKeyIsRefused() {
        isRefused(world.rsa.claimingKid(world.ec.kid()).token(world.claims()), Reason.ALGORITHM);
        isRefused(world.ec.claimingKid(world.rsa.kid()).token(world.claims()), Reason.ALGORITHM);
    }

    @Test
    void anAlgorithmThatTheKeyIsNotMeantForIsRefused() {
        isRefused(new TokenForge(world.rsa.key(), "PS256", world.rsa.kid(), world.rsa.jwk()).token(world.claims()), Reason.ALGORITHM);
        isRefused(new TokenForge(world.pss.key(), "RS256", "pss", world.pss.jwk()).token(world.claims()), Reason.ALGORITHM);
    }

    @Test
    void aSignatureOfZerosIsRefused() {
        isRefused(withSignature(new byte[64]), Reason.SIGNATURE);
    }

    @Test
    void aSignatureBeyondTheCurvesOrderIsRefused() {
        byte[] ones = new byte[64];
        Arrays.fill(ones, (byte) 0xFF);
        isRefused(withSignature(ones), Reason.SIGNATURE);

        byte[] order = new BigInteger("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", 16).toByteArray();
        byte[] twice = new byte[64];
        System.arraycopy(order, 1, twice, 0, 32);
        System.arraycopy(order, 1, twice, 32, 32);
        isRefused(withSignature(twice), Reason.SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 65, 128})
    void aSignatureOfAnotherLengthIsRefused(int length) {
        isRefused(withSignature(Arrays.copyOf(new byte[]{1, 2, 3}, length)), Reason.SIGNATURE);
    }

    @Test
    void aGoodSignatureInDerFormIsRefused() throws GeneralSecurityException {
        String token = world.ec.token(world.claims());
        Signature der = Signature.getInstance("SHA256withECDSA");
        der.initSign((PrivateKey) world.ec.key());
        der.update(token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));

        isRefused(token.substring(0, token.lastIndexOf('.') + 1) + base64(der.sign()), Reason.SIGNATURE);
    }

    @Test
    void otherClaimsUnderAGoodSignatureAreRefused() {
        TokenClaims more = world.claims().scopes("smd.write");

        isRefused(TokenForge.tampered(world.ec.token(world.claims()), more), Reason.SIGNATURE);
        isRefused(TokenForge.tampered(world.rsa.token(world.claims()), more), Reason.SIGNATURE);
    }

    @Test
    void anAddressOfKeysInTheHeaderIsNeverAsked() {
        String header = base64(("{\"alg\":\"ES256\",\"kid\":\"evil\",\"jku\":\"" + world.authority.uri("/evil") + "\",\"x5u\":\""
                + world.authority.uri("/evil") + "\",\"jwk\":" + TokenForge.withNewEcKey().jwk().toJson() + "}")
                .getBytes(StandardCharsets.UTF_8));
        String token = world.ec.token(world.claims());

        isRefused(header + token.substring(token.indexOf('.')), Reason.KEY);
        assertThat(world.authority.requests()).noneMatch(request -> request.path().contains("evil"));
    }
}
