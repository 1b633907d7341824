package org.openchami.auth.rights;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.jose4j.base64url.Base64Url;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

import io.vertx.core.json.JsonObject;

/** A client that holds a key, and makes DPoP proofs with it: good ones, and every other kind. */
record Prover(PublicJsonWebKey key, String algorithm) {

    static Prover with(String algorithm) {
        try {
            return new Prover(switch (algorithm) {
                case "ES256" -> EcJwkGenerator.generateJwk(EllipticCurves.P256);
                case "ES384" -> EcJwkGenerator.generateJwk(EllipticCurves.P384);
                case "EdDSA" -> OkpJwkGenerator.generateJwk("Ed25519");
                default -> RsaJwkGenerator.generateJwk(2048);
            }, algorithm);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    String thumbprint() {
        return key.calculateBase64urlEncodedThumbprint("SHA-256");
    }

    /** For {@link Call#get()} with {@link Tokens#BEARER}, at this moment. */
    String proof(Instant now) {
        return proof(now, header -> {}, claims -> {});
    }

    String proof(Instant now, Consumer<JsonObject> header, Consumer<JsonObject> claims) {
        return sign(header(header), claims(now, claims).encode());
    }

    JsonObject header(Consumer<JsonObject> change) {
        JsonObject header = new JsonObject().put("typ", "dpop+jwt").put("alg", algorithm).put("jwk",
                new JsonObject(Map.copyOf(key.toParams(OutputControlLevel.PUBLIC_ONLY))));
        change.accept(header);
        return header;
    }

    JsonObject claims(Instant now, Consumer<JsonObject> change) {
        JsonObject claims = new JsonObject().put("jti", UUID.randomUUID().toString()).put("htm", "GET")
                .put("htu", Call.COMPONENTS.toString()).put("iat", now.getEpochSecond()).put("ath", Tokens.BEARER.hash());
        change.accept(claims);
        return claims;
    }

    /** With our key and algorithm, whatever the header says of them. */
    String sign(JsonObject header, String payload) {
        String text = Base64Url.encodeUtf8ByteRepresentation(header.encode()) + "." + Base64Url.encodeUtf8ByteRepresentation(payload);
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
            signature.initSign(key.getPrivateKey());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + Base64Url.encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
