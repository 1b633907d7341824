package org.openchami.it.security;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openchami.auth.testing.token.TokenForge;
import org.openchami.it.refusal.Refused;

/** A public key is never taken for a shared secret. */
@ExtendWith(SharedSecurity.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HmacConfusionTest {
    private final SecurityWorld world;

    HmacConfusionTest(SecurityWorld world) {
        this.world = world;
    }

    @ParameterizedTest
    @MethodSource("confused")
    void hmacOfThePublicKey(String token) {
        Refused.INVALID_TOKEN.is(world.get(token));
    }

    Stream<Arguments> confused() {
        return Stream.of(world.ring().rsa(), world.ring().ec(), world.hydra()).flatMap(key -> secrets(key).entrySet().stream()
                .flatMap(secret -> Stream.of("HS256", "HS384", "HS512").map(alg -> {
                    TokenForge forge = new TokenForge(new HmacKey(secret.getValue()), alg, key.kid(), key.jwk());
                    return argumentSet(alg + " with the " + key.algorithm() + " key's " + secret.getKey(), world.good(forge).sign());
                })));
    }

    private static Map<String, byte[]> secrets(TokenForge key) {
        byte[] der = key.jwk().getPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(der)
                + "\n-----END PUBLIC KEY-----";
        Map<String, byte[]> secrets = new LinkedHashMap<>();
        secrets.put("DER", der);
        secrets.put("PEM", bytes(pem + "\n"));
        secrets.put("PEM without a last line feed", bytes(pem));
        secrets.put("JWK", bytes(Ring.jwk(key).encode()));
        secrets.put("bare numbers", number(key).toByteArray());
        secrets.put("kid", bytes(key.kid()));
        return secrets;
    }

    private static BigInteger number(TokenForge key) {
        return key.jwk().getPublicKey() instanceof RSAPublicKey rsa
                ? rsa.getModulus()
                : ((ECPublicKey) key.jwk().getPublicKey()).getW().getAffineX();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
