package org.openchami.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.jose4j.base64url.Base64Url;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.testing.token.TokenForge;
import org.openchami.it.refusal.Refused;

/** Signatures that are none, or are one of something else (RFC 7518 sections 3.3 and 3.5). */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RsaEdgeTest {
    private final SecurityWorld world;
    /** By the algorithm that each is for. */
    private final Map<String, TokenForge> keys;
    private final Map<String, String> contents = new HashMap<>();

    RsaEdgeTest(SecurityWorld world) {
        this.world = world;
        this.keys = Map.of("RS256", world.ring().anyRsa(), "PS256", world.ring().pss());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256"})
    void aTrueSignatureOfTheSameKeyIsServed(String alg) {
        assertThat(world.get(with(alg, keys.get(alg).signature(content(alg)))).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void rsaNumbers(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    @ParameterizedTest
    @MethodSource("paddings")
    void rsaPaddings(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    Stream<Arguments> numbers() {
        return keys.keySet().stream().sorted().flatMap(this::numbers);
    }

    private Stream<Arguments> numbers(String alg) {
        byte[] good = keys.get(alg).signature(content(alg));
        BigInteger n = ((RSAPublicKey) keys.get(alg).jwk().getPublicKey()).getModulus();
        byte[] modulus = Arrays.copyOfRange(n.toByteArray(), 1, 257);
        byte[] ones = new byte[256];
        Arrays.fill(ones, (byte) 0xff);
        byte[] last = good.clone();
        last[255] ^= 1;
        byte[] one = new byte[256];
        one[255] = 1;
        return Stream.of(
                argumentSet(alg + ", signature 0", with(alg, new byte[256])), argumentSet(alg + ", signature 1", with(alg, one)),
                argumentSet(alg + ", signature n", with(alg, modulus)), argumentSet(alg + ", all bits set", with(alg, ones)),
                argumentSet(alg + ", n - signature", with(alg, tail(n.subtract(new BigInteger(1, good))))),
                argumentSet(alg + ", 1 byte", with(alg, new byte[1])),
                argumentSet(alg + ", a byte too short", with(alg, Arrays.copyOf(good, 255))),
                argumentSet(alg + ", a byte too long", with(alg, Arrays.copyOf(good, 257))),
                argumentSet(alg + ", the last bit flipped", with(alg, last)));
    }

    Stream<Arguments> paddings() {
        return Stream.of(argumentSet("RS256 over SHA-1", signed("RS256", "SHA1withRSA", null)),
                argumentSet("RS256 over SHA-512", signed("RS256", "SHA512withRSA", null)),
                argumentSet("RS256 without a hash's name", signed("RS256", "NONEwithRSA", null)),
                argumentSet("PS256 without salt", signed("PS256", "RSASSA-PSS", pss("SHA-256", MGF1ParameterSpec.SHA256, 0))),
                argumentSet("PS256 with a salt of 20 bytes", signed("PS256", "RSASSA-PSS", pss("SHA-256", MGF1ParameterSpec.SHA256, 20))),
                argumentSet("PS256 with MGF1 of SHA-1", signed("PS256", "RSASSA-PSS", pss("SHA-256", MGF1ParameterSpec.SHA1, 32))),
                argumentSet("PS256 over SHA-512", signed("PS256", "RSASSA-PSS", pss("SHA-512", MGF1ParameterSpec.SHA512, 64))));
    }

    private static PSSParameterSpec pss(String hash, MGF1ParameterSpec mask, int salt) {
        return new PSSParameterSpec(hash, "MGF1", mask, salt, PSSParameterSpec.TRAILER_FIELD_BC);
    }

    private String signed(String alg, String jca, PSSParameterSpec parameters) {
        try {
            Signature signature = Signature.getInstance(jca);
            if (parameters != null) {
                signature.setParameter(parameters);
            }
            signature.initSign((PrivateKey) keys.get(alg).key());
            signature.update(content(alg).getBytes(StandardCharsets.US_ASCII), 0, jca.startsWith("NONE") ? 32 : content(alg).length());
            return with(alg, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The header and claims, the same each time. */
    private String content(String alg) {
        return contents.computeIfAbsent(alg, name -> {
            String token = world.good(keys.get(name)).sign();
            return token.substring(0, token.lastIndexOf('.'));
        });
    }

    private String with(String alg, byte[] signature) {
        return content(alg) + "." + Base64Url.encode(signature);
    }

    private static byte[] tail(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] padded = new byte[256];
        int length = Math.min(256, bytes.length);
        System.arraycopy(bytes, bytes.length - length, padded, 256 - length, length);
        return padded;
    }
}
