package org.openchami.it.security;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.RSAPrivateKeySpec;
import java.util.List;
import java.util.UUID;

import org.jose4j.base64url.Base64Url;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.keys.HmacKey;
import org.openchami.auth.testing.token.TokenForge;

import io.vertx.core.json.JsonObject;

/** Published keys with which whoever reads them can sign. */
final class Forgeable {
    private static final BigInteger E = BigInteger.valueOf(65537);
    /** The product of the first 126 primes: so many has a weak prime of 1024 bits (CVE-2017-15361). */
    private static final BigInteger PRIMORIAL = primorial(126);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Forgeable() {}

    /** With e = 1 a signature is its own message: the padded hash, which anybody can write. */
    static FaultyKey withoutExponent(TokenForge rsa) {
        String kid = UUID.randomUUID().toString();
        RsaJsonWebKey jwk = (RsaJsonWebKey) rsa.jwk();
        BigInteger modulus = jwk.getRsaPublicKey().getModulus();
        TokenForge forge = new TokenForge(key(modulus, BigInteger.ONE), "RS256", kid, jwk);
        return new FaultyKey("RSA with e = 1", forge, List.of(Ring.jwk(jwk).put("kid", kid).put("e", "AQ")));
    }

    /** A symmetric key in public: whoever reads it can write HS256. */
    static FaultyKey secret() {
        byte[] secret = "a secret that everybody can read".getBytes(StandardCharsets.US_ASCII);
        String kid = UUID.randomUUID().toString();
        JsonObject jwk = new JsonObject().put("kty", "oct").put("k", Base64Url.encode(secret)).put("kid", kid).put("alg", "HS256");
        return new FaultyKey("oct", new TokenForge(new HmacKey(secret), "HS256", kid, null), List.of(jwk));
    }

    /** A key whose primes are of the form k·M + (65537^a mod M): its modulus can be factored. */
    static FaultyKey roca() {
        BigInteger p = weakPrime();
        BigInteger q = weakPrime();
        BigInteger modulus = p.multiply(q);
        BigInteger phi = p.subtract(BigInteger.ONE).multiply(q.subtract(BigInteger.ONE));
        String kid = UUID.randomUUID().toString();
        JsonObject jwk = new JsonObject().put("kty", "RSA").put("n", FaultyKey.number(modulus)).put("e", FaultyKey.number(E))
                .put("kid", kid)
                .put("use", "sig").put("alg", "RS256");
        return new FaultyKey("ROCA key (CVE-2017-15361)", new TokenForge(key(modulus, E.modInverse(phi)), "RS256", kid, null),
                List.of(jwk));
    }

    private static BigInteger weakPrime() {
        while (true) {
            BigInteger power = E.modPow(new BigInteger(60, RANDOM), PRIMORIAL);
            BigInteger least = BigInteger.ONE.shiftLeft(1023).setBit(1022).divide(PRIMORIAL);
            BigInteger candidate = least.add(new BigInteger(least.bitLength() - 3, RANDOM)).multiply(PRIMORIAL).add(power);
            if (candidate.bitLength() == 1024 && candidate.isProbablePrime(60)) {
                return candidate;
            }
        }
    }

    private static BigInteger primorial(int primes) {
        BigInteger product = BigInteger.ONE;
        BigInteger prime = BigInteger.ONE;
        for (int i = 0; i < primes; i++) {
            prime = prime.nextProbablePrime();
            product = product.multiply(prime);
        }
        return product;
    }

    /** A raw private key: a signature is the padded hash to that power. */
    private static Key key(BigInteger modulus, BigInteger exponent) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new RSAPrivateKeySpec(modulus, exponent));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
