package org.openchami.auth.keys;

import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;

/**
 * A public key that signatures are checked with, and the algorithms it is good for (RFC 8725 section 3.1). As long as its issuer publishes the same
 * key it is the same object: {@code ==} tells whether a verdict still stands.
 *
 * @param kid empty if the issuer gave it none
 * @param algorithm the {@code alg} its JWK names, or null if it names none
 */
public record VerificationKey(String kid, PublicKey key, String algorithm) {

    /** Whether a signature that claims this algorithm may be checked with this key. */
    public boolean fits(String alg) {
        return (algorithm == null || algorithm.equals(alg)) && Algorithm.of(alg).filter(known -> known.fits(key)).isPresent();
    }

    public boolean fits(Algorithm alg) {
        return fits(alg.name());
    }

    /** An elliptic signature takes up to 1 ms to check: too long for an event loop. */
    public boolean elliptic() {
        return !(key instanceof RSAPublicKey);
    }
}
