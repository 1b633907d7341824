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
    private static final Map<BigInteger, BitSet> POWERS = powers();

    private Roca() {}

    static boolean made(BigInteger modulus) {
        return POWERS.entrySet().stream().allMatch(prime -> prime.getValue().get(modulus.mod(prime.getKey()).intValue()));
    }

    private static Map<BigInteger, BitSet> powers() {
        Map<BigInteger, BitSet> all = new LinkedHashMap<>();
        for (BigInteger prime = BigInteger.valueOf(3); prime.intValue() <= LARGEST; prime = prime.nextProbablePrime()) {
            BitSet powers = new BitSet();
            int modulo = prime.intValue();
            for (int power = 1; !powers.get(power); power = power * (GENERATOR % modulo) % modulo) {
                powers.set(power);
            }
            all.put(prime, powers);
        }
        return all;
    }
}
