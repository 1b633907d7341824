package org.openchami.auth.credential;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Optional;

import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * A key pair that was made elsewhere, before it is known to be one that we can sign with.
 *
 * @param open the public half
 * @param secret the private half, never printed
 * @param kid the name that it was given with
 * @param alg the algorithm that it was given with
 */
record GivenKey(PublicKey open, PrivateKey secret, Optional<String> kid, Optional<String> alg) {
    private static final int LEAST_RSA_BITS = 2048;

    static GivenKey jwk(Map<String, Object> json) {
        PublicJsonWebKey jwk;
        try {
            jwk = PublicJsonWebKey.Factory.newPublicJwk(json);
        } catch (JoseException | RuntimeException e) {
            // the message could hold the key
            throw new IllegalArgumentException("it is no JWK of type EC or RSA");
        }
        if (jwk.getPrivateKey() == null) {
            throw new IllegalArgumentException("it holds no private key");
        }
        if (jwk.getUse() != null && !jwk.getUse().equals("sig")) {
            throw new IllegalArgumentException("its use is not sig");
        }
        if (jwk.getKeyId() != null && !jwk.getKeyId().matches("[!-~]{1,255}")) {
            throw new IllegalArgumentException("its kid is not made of 1 to 255 visible ASCII characters");
        }
        return new GivenKey(jwk.getPublicKey(), jwk.getPrivateKey(), Optional.ofNullable(jwk.getKeyId()),
                Optional.ofNullable(jwk.getAlgorithm()));
    }

    /**
     * ES256 for EC. For RSA the one that its JWK names, else PS256: it has a security proof, and RFC 8017 (section 8) wants it in whatever is
     * new.
     */
    KeyAlgorithm algorithm() {
        if (open instanceof ECPublicKey ec) {
            requireP256(ec);
            return named(KeyAlgorithm.ES256);
        }
        if (open instanceof RSAPublicKey rsa) {
            int bits = rsa.getModulus().bitLength();
            if (bits < LEAST_RSA_BITS) {
                throw new IllegalArgumentException("it is an RSA key of " + bits + " bits: " + LEAST_RSA_BITS + " are the least");
            }
            return named(alg.filter(KeyAlgorithm.RS256.name()::equals).isPresent() ? KeyAlgorithm.RS256 : KeyAlgorithm.PS256);
        }
        throw new IllegalArgumentException("it is a key of type " + open.getAlgorithm() + ": EC on P-256 or RSA is needed");
    }

    static void requireP256(ECKey key) {
        String curve = EllipticCurves.getName(key.getParams().getCurve());
        if (!EllipticCurves.P_256.equals(curve)) {
            throw new IllegalArgumentException("it is an EC key on " + (curve == null ? "an odd curve" : curve) + ": P-256 is needed");
        }
    }

    private KeyAlgorithm named(KeyAlgorithm fitting) {
        if (alg.filter(given -> !given.equals(fitting.name())).isPresent()) {
            throw new IllegalArgumentException("its alg is none that fits it: ES256 for EC, PS256 or RS256 for RSA");
        }
        return fitting;
    }

    @Override
    public String toString() {
        return open.getAlgorithm() + " key";
    }
}
