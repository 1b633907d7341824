package org.openchami.auth.keys;

import java.security.PublicKey;

/**
 * A public key that signatures are checked with, and the one algorithm it is good for (RFC 8725 section 3.1). As long as its issuer publishes the same
 * key it is the same object: {@code ==} tells whether a verdict still stands.
 *
 * @param kid empty if the issuer gave it none
 * @param algorithm the {@code alg} its JWK names, or the one that it is taken to be for if it names none
 */
public record VerificationKey(String kid, PublicKey key, String algorithm) {

    /** Whether a signature that claims this algorithm may be checked with this key. */
    public boolean fits(String alg) {
        return algorithm.equals(alg) && Algorithm.of(alg).filter(known -> known.fits(key)).isPresent();
    }

    /** Its SHA-256 thumbprint (RFC 7638) in base64url: what tells the key, whatever its id. */
    public String thumbprint() {
        return KeyThumbprint.of(key).orElseThrow(() -> new IllegalStateException("a key that was read from a JWK has one"));
    }
}
