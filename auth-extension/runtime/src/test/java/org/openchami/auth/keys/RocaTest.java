package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.stream.Stream;

import org.jose4j.keys.BigEndianBigInteger;
import org.junit.jupiter.api.Test;

class RocaTest {
    private static final BigInteger GENERATOR = BigInteger.valueOf(65537);
    /** The product of the first 39 primes. */
    private static final BigInteger PRIMORIAL = Stream.iterate(BigInteger.TWO, BigInteger::nextProbablePrime).limit(39)
            .reduce(BigInteger.ONE, BigInteger::multiply);
    private static final int BITS = 1040;
    private final SecureRandom random = new SecureRandom();

    /** A prime as the faulty chips make them. */
    private BigInteger prime() {
        while (true) {
            BigInteger factor = new BigInteger(BITS - PRIMORIAL.bitLength(), random).setBit(BITS - 1 - PRIMORIAL.bitLength());
            BigInteger power = GENERATOR.modPow(new BigInteger(64, random), PRIMORIAL);
            BigInteger candidate = factor.multiply(PRIMORIAL).add(power);
            if (candidate.isProbablePrime(40)) {
                return candidate;
            }
        }
    }

    private BigInteger modulus() {
        return prime().multiply(prime());
    }

    @Test
    void aKeyOfAFaultyChipIsTold() {
        assertThat(Roca.made(modulus())).isTrue();
    }

    @Test
    void anOrdinaryKeyIsNot() throws NoSuchAlgorithmException {
        for (int i = 0; i < 5; i++) {
            assertThat(Roca.made(((RSAPublicKey) KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic()).getModulus()))
                    .isFalse();
        }
    }

    @Test
    void suchAKeyIsDropped() {
        String n = BigEndianBigInteger.toBase64Url(modulus());

        assertThat(new JwkReader(false, Jwks.ALGORITHMS).read(Jwks.rsa("a", 2048).put("n", n)))
                .isInstanceOfSatisfying(Jwk.Dropped.class, dropped -> assertThat(dropped.cause()).contains("ROCA"));
    }
}
