package org.openchami.auth.keys;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;

/**
 * A public key that signatures are checked with, and the one family of algorithms it is good for (RFC 8725 section 3.1).
 *
 * @param algorithm the {@code alg} its JWK names, or null if it names none
 */
public record VerificationKey(String kid, PublicKey key, String algorithm) {

    /** Whether a signature that claims this algorithm may be checked with this key. */
    public boolean fits(String alg) {
        if (algorithm != null && !algorithm.equals(alg)) {
            return false;
        }
        return elliptic() ? "ES256".equals(alg) : "RS256".equals(alg) || "PS256".equals(alg);
    }

    /** An elliptic signature takes up to 1 ms to check: too long for an event loop. */
    public boolean elliptic() {
        return key instanceof ECPublicKey;
    }
}
