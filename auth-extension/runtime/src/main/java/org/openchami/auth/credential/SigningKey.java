package org.openchami.auth.credential;

import java.util.Map;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.openchami.auth.secret.Secret;

import io.vertx.core.json.JsonObject;

/** This service's ES256 key pair (RFC 7518 section 3.4). Its key id is its thumbprint (RFC 7638). The private half is never printed. */
public final class SigningKey {
    private final EllipticCurveJsonWebKey jwk;

    private SigningKey(EllipticCurveJsonWebKey jwk) {
        this.jwk = jwk;
    }

    public static SigningKey generate() {
        try {
            EllipticCurveJsonWebKey jwk = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
            jwk.setUse("sig");
            jwk.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            return new SigningKey(jwk);
        } catch (JoseException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    /** @throws IllegalArgumentException if this is no private EC key with an id; the message holds nothing of it */
    static SigningKey of(Map<String, Object> json) {
        try {
            if (JsonWebKey.Factory.newJwk(json) instanceof EllipticCurveJsonWebKey jwk && jwk.getPrivateKey() != null
                    && jwk.getKeyId() != null) {
                return new SigningKey(jwk);
            }
        } catch (JoseException e) {
            // the message could hold the key
        }
        throw new IllegalArgumentException("it holds no private EC key");
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
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
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

    @Override
    public String toString() {
        return "ES256 key " + kid();
    }
}
