package org.openchami.auth.keys;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

import io.vertx.core.json.JsonObject;

/** Reads one JWK (RFC 7517 section 4): a public key that signatures may be checked with, or the reason why it is none. */
final class JwkReader {
    private static final int MIN_RSA_BITS = 2048;
    /** The least that FIPS 186-5 section A.1.1 allows. */
    private static final BigInteger MIN_RSA_EXPONENT = BigInteger.valueOf(65537);
    private static final List<String> PRIVATE = List.of("d", "p", "q", "dp", "dq", "qi", "oth");

    private final boolean kidOptional;
    private final Set<String> algorithms;

    /** @param algorithms that the issuer may use: a key that names none is for one of them */
    JwkReader(boolean kidOptional, Set<String> algorithms) {
        this.kidOptional = kidOptional;
        this.algorithms = algorithms;
    }

    Jwk read(JsonObject json) {
        String kid = json.getValue("kid") instanceof String text ? text : "";
        if (PRIVATE.stream().anyMatch(json::containsKey)) {
            return new Jwk.Dropped(kid, "it holds a private key", true);
        }
        try {
            if ("oct".equals(json.getValue("kty"))) {
                return new Jwk.Dropped(kid, "it is a shared secret (oct)", true);
            }
            if (!(JsonWebKey.Factory.newJwk(json.getMap()) instanceof PublicJsonWebKey jwk)) {
                return new Jwk.Dropped(kid, "it is not a public key", false);
            }
            Optional<String> fault = fault(jwk).or(() -> weakness(jwk));
            return fault.<Jwk>map(cause -> new Jwk.Dropped(kid, cause, false))
                    .orElseGet(() -> new Jwk.Usable(new VerificationKey(kid, jwk.getPublicKey(), algorithm(jwk)), json));
        } catch (JoseException | RuntimeException e) {
            // the message could hold anything
            return new Jwk.Dropped(kid, "it can't be read", false);
        }
    }

    /** A key is for one algorithm, whether it says for which or not. */
    private String algorithm(PublicJsonWebKey jwk) {
        return jwk.getAlgorithm() == null ? Algorithm.of(jwk.getPublicKey(), algorithms).orElseThrow().name() : jwk.getAlgorithm();
    }

    private Optional<String> fault(PublicJsonWebKey jwk) {
        if (!kidOptional && (jwk.getKeyId() == null || jwk.getKeyId().isEmpty())) {
            return Optional.of("it has no kid");
        }
        if (jwk.getUse() != null && !"sig".equals(jwk.getUse())) {
            return Optional.of("its use is not sig");
        }
        return jwk.getKeyOps() != null && !jwk.getKeyOps().contains("verify") ? Optional.of("its key_ops lack verify") : Optional.empty();
    }

    private static Optional<String> weakness(PublicJsonWebKey jwk) {
        PublicKey key = jwk.getPublicKey();
        if (Algorithm.of(key, Set.of()).isEmpty()) {
            return Optional.of("it is neither RSA nor on P-256, P-384, P-521 or Ed25519");
        }
        if (key instanceof ECPublicKey ec && !CurvePoint.of(ec)) {
            return Optional.of("its point is not on its curve");
        }
        if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < MIN_RSA_BITS) {
            return Optional.of("it is RSA of " + rsa.getModulus().bitLength() + " bits; " + MIN_RSA_BITS + " are the least");
        }
        if (key instanceof RSAPublicKey rsa
                && (rsa.getPublicExponent().compareTo(MIN_RSA_EXPONENT) < 0 || !rsa.getPublicExponent().testBit(0))) {
            return Optional.of("its RSA exponent is even, or below " + MIN_RSA_EXPONENT);
        }
        if (key instanceof RSAPublicKey rsa && !rsa.getModulus().testBit(0)) {
            return Optional.of("its RSA modulus is even");
        }
        if (key instanceof RSAPublicKey rsa && Roca.made(rsa.getModulus())) {
            return Optional.of("its private key can be computed (ROCA, CVE-2017-15361)");
        }
        boolean some = jwk.getAlgorithm() == null || Algorithm.of(jwk.getAlgorithm()).filter(alg -> alg.fits(key)).isPresent();
        return some ? Optional.empty() : Optional.of("its alg is no signature algorithm of its kind");
    }
}
