package org.openchami.auth.keys;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells the RSA keys that chips with a faulty key generator made (CVE-2017-15361, "The Return of Coppersmith's Attack", section 2.3): modulo every
 * small prime their modulus is a power of 65537, and their private key can be computed. Of other keys one in 2^28 or fewer looks so.
 */
final class Roca {
    private static final int GENERATOR = 65537;
    private static final int LARGEST = 167;
    private static final Map<Integer, BitSet> POWERS = powers();

    private Roca() {}

    static boolean made(BigInteger modulus) {
        for (Map.Entry<Integer, BitSet> prime : POWERS.entrySet()) {
            if (!prime.getValue().get(modulus.mod(BigInteger.valueOf(prime.getKey())).intValue())) {
                return false;
            }
        }
        return true;
    }

    /** By the sieve: a search for probable primes takes long enough at the start for the JIT compiler to work on it. */
    private static Map<Integer, BitSet> powers() {
        Map<Integer, BitSet> all = new LinkedHashMap<>();
        BitSet composite = new BitSet();
        for (int prime = 3; prime <= LARGEST; prime += 2) {
            if (!composite.get(prime)) {
                for (int multiple = prime * prime; multiple <= LARGEST; multiple += prime) {
                    composite.set(multiple);
                }
                all.put(prime, powers(prime));
            }
        }
        return all;
    }

    private static BitSet powers(int modulo) {
        BitSet powers = new BitSet();
        for (int power = 1; !powers.get(power); power = power * (GENERATOR % modulo) % modulo) {
            powers.set(power);
        }
        return powers;
    }
}
