package org.openchami.auth.rights;

import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.openchami.auth.keys.KeyThumbprint;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The public key in the header of a DPoP proof (RFC 9449 section 4.2, {@code jwk}) and its thumbprint (RFC 7638).
 *
 * @param slow whether a signature of it takes too long to check for an event loop
 */
record ProofKey(PublicKey key, String thumbprint, boolean slow) {
    private static final Map<String, List<String>> PUBLIC = Map.of("EC", List.of("kty", "crv", "x", "y"), "RSA", List.of("kty", "n", "e"),
            "OKP", List.of("kty", "crv", "x"));
    private static final List<String> PRIVATE = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");
    private static final int LEAST_BITS = 2048;
    private static final int MOST_BITS = 8192;
    /** Beyond that, an RSA signature takes as long to check as one of an elliptic curve with a fast provider. */
    private static final int QUICK_BITS = 4096;
    /** A longer exponent costs as much as a private key's. */
    private static final int MOST_EXPONENT_BITS = 32;

    /** Empty if it is no public key that signatures can be checked with, or holds anything of a private one. */
    static Optional<ProofKey> of(JsonNode jwk) {
        List<String> members = jwk == null ? null : PUBLIC.get(jwk.path("kty").asText());
        if (members == null || PRIVATE.stream().anyMatch(jwk::has) || !members.stream().allMatch(name -> jwk.path(name).isTextual())) {
            return Optional.empty();
        }
        Map<String, Object> needed = new HashMap<>();
        members.forEach(name -> needed.put(name, jwk.get(name).textValue()));
        try {
            PublicJsonWebKey read = PublicJsonWebKey.Factory.newPublicJwk(needed);
            PublicKey key = read.getPublicKey();
            boolean slow = !(key instanceof RSAPublicKey rsa) || rsa.getModulus().bitLength() > QUICK_BITS;
            return key instanceof RSAPublicKey rsa && !fits(rsa)
                    ? Optional.empty()
                    : KeyThumbprint.of(key).map(thumbprint -> new ProofKey(key, thumbprint, slow));
        } catch (JoseException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean fits(RSAPublicKey key) {
        int bits = key.getModulus().bitLength();
        return bits >= LEAST_BITS && bits <= MOST_BITS && key.getPublicExponent().bitLength() <= MOST_EXPONENT_BITS;
    }
}
