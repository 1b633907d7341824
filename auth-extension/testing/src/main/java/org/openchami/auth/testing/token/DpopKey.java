package org.openchami.auth.testing.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jose4j.base64url.Base64Url;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

import io.vertx.core.json.JsonObject;

/** A key that tokens are bound to, and the DPoP proofs (RFC 9449) that its holder makes: good ones, and every other kind. Prints no key. */
public record DpopKey(PublicJsonWebKey jwk, String algorithm) {

    /** ES256, ES384, EdDSA, RS256 or PS256. */
    public static DpopKey with(String algorithm) {
        try {
            return new DpopKey(switch (algorithm) {
                case "ES256" -> EcJwkGenerator.generateJwk(EllipticCurves.P256);
                case "ES384" -> EcJwkGenerator.generateJwk(EllipticCurves.P384);
                case "EdDSA" -> OkpJwkGenerator.generateJwk("Ed25519");
                default -> RsaJwkGenerator.generateJwk(2048);
            }, algorithm);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a token's {@code cnf.jkt} says. */
    public String thumbprint() {
        return jwk.calculateBase64urlEncodedThumbprint("SHA-256");
    }

    /** For one request with this token. */
    public String proof(Instant now, String method, String address, String token) {
        return sign(header(), claims(now, method, address, token));
    }

    public JsonObject header() {
        return new JsonObject().put("typ", "dpop+jwt").put("alg", algorithm).put("jwk", publicJwk());
    }

    public JsonObject publicJwk() {
        return new JsonObject(Map.copyOf(jwk.toParams(OutputControlLevel.PUBLIC_ONLY)));
    }

    public static JsonObject claims(Instant now, String method, String address, String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return new JsonObject().put("jti", UUID.randomUUID().toString()).put("htm", method).put("htu", address)
                    .put("iat", now.getEpochSecond()).put("ath", Base64Url.encode(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With our key and algorithm, whatever the header says of them. */
    public String sign(JsonObject header, JsonObject claims) {
        String text = Base64Url.encodeUtf8ByteRepresentation(header.encode()) + "."
                + Base64Url.encodeUtf8ByteRepresentation(claims.encode());
        try {
            Signature signature = Signature.getInstance(switch (algorithm) {
                case "ES256" -> "SHA256withECDSAinP1363Format";
                case "ES384" -> "SHA384withECDSAinP1363Format";
                case "EdDSA" -> "Ed25519";
                case "RS256" -> "SHA256withRSA";
                default -> "RSASSA-PSS";
            });
            if (algorithm.equals("PS256")) {
                signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            }
            signature.initSign(jwk.getPrivateKey());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + Base64Url.encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "DpopKey[" + algorithm + " " + thumbprint() + "]";
    }
}
