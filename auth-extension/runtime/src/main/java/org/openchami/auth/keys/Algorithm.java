package org.openchami.auth.keys;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jose4j.keys.EllipticCurves;

/** The signature algorithms that are taken, by their JWA names (RFC 7518 section 3.1, RFC 8037 section 3.1), each for one kind of key. */
public enum Algorithm {
    RS256("RSA"),
    RS384("RSA"),
    RS512("RSA"),
    PS256("RSA"),
    PS384("RSA"),
    PS512("RSA"),
    ES256(EllipticCurves.P_256),
    ES384(EllipticCurves.P_384),
    ES512(EllipticCurves.P_521),
    EdDSA("Ed25519");

    private static final Map<String, Algorithm> BY_NAME = Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Algorithm::name,
            Function.identity()));

    private final String kind;

    Algorithm(String kind) {
        this.kind = kind;
    }

    /** By its exact name; empty for what is not taken, {@code none} and {@code HS256} before all. */
    public static Optional<Algorithm> of(String name) {
        return name == null ? Optional.empty() : Optional.ofNullable(BY_NAME.get(name));
    }

    boolean fits(PublicKey key) {
        return kind.equals(kind(key));
    }

    /**
     * The one that a key is for which names none: of its kind the first here that is allowed, or else the first here. Empty for a key of another kind
     * than any here.
     */
    static Optional<Algorithm> of(PublicKey key, Set<String> allowed) {
        return Arrays.stream(values()).filter(algorithm -> algorithm.fits(key))
                .min(Comparator.comparing(algorithm -> !allowed.contains(algorithm.name())));
    }

    /** {@code RSA}, or the name of the curve; null for a curve without one. */
    private static String kind(PublicKey key) {
        if (key instanceof RSAPublicKey) {
            return "RSA";
        }
        if (key instanceof ECPublicKey ec) {
            return EllipticCurves.getName(ec.getParams().getCurve());
        }
        return key instanceof EdECPublicKey edwards ? edwards.getParams().getName() : null;
    }
}
