package org.openchami.auth.credential;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.openchami.auth.secret.Secret;

import io.vertx.core.json.JsonObject;

/**
 * A key pair of this service that signs JWS (RFC 7515). Its key id is its thumbprint (RFC 7638), unless it was given with another. The private
 * half is never printed.
 */
public final class SigningKey {
    /** 128 bits of strength, as P-256 has; 2048 bits have 112, which NIST SP 800-57 lets end with the year 2030. */
    private static final int RSA_BITS = 3072;

    private final PublicJsonWebKey jwk;

    private SigningKey(PublicJsonWebKey jwk) {
        this.jwk = jwk;
    }

    public static SigningKey generate() {
        return generate(KeyAlgorithm.ES256);
    }

    /** A new key. One of RSA may take seconds of a processor: not for an event loop. */
    public static SigningKey generate(KeyAlgorithm algorithm) {
        try {
            PublicJsonWebKey made = algorithm == KeyAlgorithm.ES256
                    ? EcJwkGenerator.generateJwk(EllipticCurves.P256)
                    : RsaJwkGenerator.generateJwk(RSA_BITS);
            return named(made, algorithm, Optional.empty());
        } catch (JoseException e) {
            throw new IllegalStateException("every Java platform has P-256 and RSA", e);
        }
    }

    /**
     * A private JWK (RFC 7517), with its own {@code kid} and {@code alg} where it has them.
     *
     * @throws IllegalArgumentException if no algorithm of ours fits it; the message says why, and holds nothing of it
     */
    static SigningKey of(Map<String, Object> json) {
        return of(GivenKey.jwk(json));
    }

    /** A key pair that has no name: a thumbprint becomes its id. */
    static SigningKey of(PublicKey open, PrivateKey secret) {
        return of(new GivenKey(open, secret, Optional.empty(), Optional.empty()));
    }

    private static SigningKey of(GivenKey given) {
        KeyAlgorithm algorithm = given.algorithm();
        try {
            // made anew from its halves: nothing else that a JWK may hold can leave with the public one
            PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(given.open());
            jwk.setPrivateKey(given.secret());
            SigningKey key = named(jwk, algorithm, given.kid());
            key.verify(key.sign("probe", new JwtClaims()));
            return key;
        } catch (JoseException | RuntimeException e) {
            throw new IllegalArgumentException("its public and its private half don't fit each other");
        }
    }

    private static SigningKey named(PublicJsonWebKey jwk, KeyAlgorithm algorithm, Optional<String> kid) {
        jwk.setKeyId(kid.orElseGet(() -> jwk.calculateBase64urlEncodedThumbprint("SHA-256")));
        jwk.setUse("sig");
        jwk.setAlgorithm(algorithm.name());
        return new SigningKey(jwk);
    }

    public KeyAlgorithm algorithm() {
        return KeyAlgorithm.valueOf(jwk.getAlgorithm());
    }

    public String kid() {
        return jwk.getKeyId();
    }

    /** The public half as a JWK. */
    public JsonObject publicJwk() {
        return new JsonObject(Map.copyOf(jwk.toParams(OutputControlLevel.PUBLIC_ONLY)));
    }

    Secret privateJwk() {
        return Secret.of(jwk.toJson(OutputControlLevel.INCLUDE_PRIVATE));
    }

    /** A JWS in compact form over these claims, with {@code kid} and this {@code typ} in its header. */
    public String sign(String typ, JwtClaims claims) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(jwk.getAlgorithm());
        jws.setKeyIdHeaderValue(kid());
        jws.setHeader("typ", typ);
        jws.setKey(jwk.getPrivateKey());
        jws.setPayload(claims.toJson());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("signing failed: " + e.getClass().getSimpleName());
        }
    }

    private void verify(String signed) throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setCompactSerialization(signed);
        jws.setKey(jwk.getPublicKey());
        if (!jws.verifySignature()) {
            throw new JoseException("not verified");
        }
    }

    /** A key id is the thumbprint of its key: two keys with one id are the same, unless an operator named them so. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SigningKey key && kid().equals(key.kid()) && publicJwk().equals(key.publicJwk());
    }

    @Override
    public int hashCode() {
        return kid().hashCode();
    }

    @Override
    public String toString() {
        return algorithm() + " key " + kid();
    }
}
