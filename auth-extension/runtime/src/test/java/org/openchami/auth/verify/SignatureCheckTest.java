package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openchami.auth.keys.Algorithm;

class SignatureCheckTest {
    private static final byte[] TEXT = "header.payload and what is not signed".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 14;
    private static final Map<Algorithm, KeyPair> KEYS = new EnumMap<>(Algorithm.class);

    private final SignatureCount count = new SignatureCount();
    private final SignatureCheck check = new SignatureCheck(count);

    @BeforeAll
    static void keys() throws GeneralSecurityException {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        KeyPair pair = rsa.generateKeyPair();
        for (Algorithm algorithm : Algorithm.values()) {
            KEYS.put(algorithm, switch (algorithm) {
                case ES256 -> ec("secp256r1");
                case ES384 -> ec("secp384r1");
                case ES512 -> ec("secp521r1");
                case EdDSA -> KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                default -> pair;
            });
        }
    }

    private static KeyPair ec(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static byte[] signed(Algorithm algorithm) throws GeneralSecurityException {
        Signature signature = JcaSignature.of(algorithm).instance();
        signature.initSign(KEYS.get(algorithm).getPrivate());
        signature.update(TEXT, 0, LENGTH);
        return signature.sign();
    }

    private boolean good(Algorithm algorithm, byte[] signature) {
        return check.good(algorithm, KEYS.get(algorithm).getPublic(), TEXT, LENGTH, signature);
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void aGoodSignatureOfEachAlgorithmIsGood(Algorithm algorithm) throws GeneralSecurityException {
        byte[] signature = signed(algorithm);

        assertThat(good(algorithm, signature)).isTrue();
        assertThat(good(algorithm, signature)).isTrue();
        assertThat(count.counts().get(algorithm.name()).sum()).isEqualTo(2);
        assertThat(count.sum()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void oneOtherBitIsBadAndTheNextIsGoodAgain(Algorithm algorithm) throws GeneralSecurityException {
        byte[] signature = signed(algorithm);
        byte[] other = signature.clone();
        other[other.length - 3] ^= 1;

        assertThat(good(algorithm, other)).isFalse();
        assertThat(good(algorithm, signature)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void anotherLengthIsBadAndTheNextIsGoodAgain(Algorithm algorithm) throws GeneralSecurityException {
        byte[] signature = signed(algorithm);

        for (int length : new int[]{0, 1, signature.length - 1, signature.length + 1, 2 * signature.length}) {
            assertThat(good(algorithm, Arrays.copyOf(signature, length))).isFalse();
        }
        assertThat(good(algorithm, signature)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void anotherTextIsBad(Algorithm algorithm) throws GeneralSecurityException {
        assertThat(check.good(algorithm, KEYS.get(algorithm).getPublic(), TEXT, LENGTH + 1, signed(algorithm))).isFalse();
    }

    /** Numbers of r and s that no signature has: 0, the order, beyond it, and all ones. */
    @ParameterizedTest
    @EnumSource(value = Algorithm.class, names = {"ES256", "ES384", "ES512"})
    void aNumberOutsideOfTheCurvesOrderIsBadWithoutComputingAnything(Algorithm algorithm) throws GeneralSecurityException {
        byte[] signature = signed(algorithm);
        int half = signature.length / 2;
        BigInteger order = ((ECPublicKey) KEYS.get(algorithm).getPublic()).getParams().getOrder();
        byte[] ones = new byte[half];
        Arrays.fill(ones, (byte) 0xFF);

        for (byte[] number : new byte[][]{new byte[half], bytes(order, half), bytes(order.add(BigInteger.ONE), half), ones}) {
            for (int from : new int[]{0, half}) {
                byte[] changed = signature.clone();
                System.arraycopy(number, 0, changed, from, half);
                assertThat(good(algorithm, changed)).isFalse();
            }
        }
        assertThat(count.sum()).isZero();
        byte[] greatest = signature.clone();
        System.arraycopy(bytes(order.subtract(BigInteger.ONE), half), 0, greatest, 0, half);
        assertThat(good(algorithm, greatest)).isFalse();
        assertThat(count.sum()).isEqualTo(1);
    }

    private static byte[] bytes(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[length];
        int used = Math.min(length, bytes.length);
        System.arraycopy(bytes, bytes.length - used, padded, length - used, used);
        return padded;
    }

    @Test
    void aKeyOfAnotherKindIsBad() throws GeneralSecurityException {
        assertThat(check.good(Algorithm.RS256, KEYS.get(Algorithm.ES256).getPublic(), TEXT, LENGTH, signed(Algorithm.RS256))).isFalse();
        assertThat(check.good(Algorithm.EdDSA, KEYS.get(Algorithm.RS256).getPublic(), TEXT, LENGTH, signed(Algorithm.EdDSA))).isFalse();
        assertThat(check.good(Algorithm.ES256, KEYS.get(Algorithm.ES384).getPublic(), TEXT, LENGTH, signed(Algorithm.ES256))).isFalse();
    }

    @Test
    void whatTheJdkItselfChecksSlowlyIsSlow() {
        assertThat(check.slow(Algorithm.RS256)).isFalse();
        assertThat(check.slow(Algorithm.PS512)).isFalse();
        assertThat(check.slow(Algorithm.ES256)).isTrue();
        assertThat(check.slow(Algorithm.EdDSA)).isTrue();
    }
}
