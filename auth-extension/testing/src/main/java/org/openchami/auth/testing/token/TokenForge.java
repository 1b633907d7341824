package org.openchami.auth.testing.token;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.List;
import java.util.UUID;

import org.jose4j.base64url.Base64Url;
import org.jose4j.jca.ProviderContext;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmFactoryFactory;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jws.JsonWebSignatureAlgorithm;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.openchami.auth.testing.http.Call;

import io.vertx.core.json.JsonObject;

/**
 * Makes access tokens that an authority would not: signed by a key of our own, by no key, by a public key taken for a
 * secret, or, with the authority's real key, claims it never granted. For tests of refusals.
 *
 * @param algorithm the JWS algorithm in the header
 * @param kid the key id in the header; none when null
 */
public record TokenForge(Key key, String algorithm, String kid, PublicJsonWebKey jwk) {
    /** ES256 with a new key that nobody publishes. */
    public static TokenForge withNewEcKey() {
        try {
            return of(EcJwkGenerator.generateJwk(EllipticCurves.P256), AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RS256 with a new key of 2048 bits that nobody publishes. */
    public static TokenForge withNewRsaKey() {
        try {
            return of(RsaJwkGenerator.generateJwk(2048), AlgorithmIdentifiers.RSA_USING_SHA256);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The authority's own newest key, which Hydra's admin API hands out: every verifier takes these signatures for good. */
    public static TokenForge asAuthority(URI adminUrl) {
        JsonObject newest = Call.to(adminUrl, "/admin/keys/hydra.jwt.access-token").get().expect(200, "GET /admin/keys/{set}").json()
                .getJsonArray("keys").getJsonObject(0);
        try {
            PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(newest.getMap());
            return new TokenForge(jwk.getPrivateKey(), jwk.getAlgorithm(), jwk.getKeyId(), jwk);
        } catch (JoseException e) {
            throw new IllegalStateException("The authority's key can't be read", e);
        }
    }

    /** Another kid in the header than the key's own. */
    public TokenForge claimingKid(String other) {
        return new TokenForge(key, algorithm, other, jwk);
    }

    public TokenForge withoutKid() {
        return claimingKid(null);
    }

    /** Another algorithm of the same family of keys, in the header as in the signature. */
    public TokenForge using(String other) {
        return new TokenForge(key, other, kid, jwk);
    }

    /** HS256, the public key's encoding taken for the shared secret: what a verifier that trusts the header falls for. */
    public TokenForge confusedWithHmac() {
        return new TokenForge(new HmacKey(jwk.getPublicKey().getEncoded()), AlgorithmIdentifiers.HMAC_SHA256, kid, jwk);
    }

    /** {@code alg: none} and an empty signature. */
    public TokenForge unsigned() {
        return new TokenForge(null, AlgorithmIdentifiers.NONE, kid, jwk);
    }

    public String token(TokenClaims claims) {
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            jws.setAlgorithmHeaderValue(algorithm);
            if (kid != null) {
                jws.setKeyIdHeaderValue(kid);
            }
            jws.setHeader("typ", "JWT");
            jws.setPayload(new JsonObject(claims.values()).encode());
            jws.setKey(key);
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The token can't be signed with " + algorithm, e);
        }
    }

    /** This header and these claims with a signature over them, whatever they are. */
    public String token(byte[] header, byte[] claims) {
        String content = Base64Url.encode(header) + "." + Base64Url.encode(claims);
        return content + "." + Base64Url.encode(signature(content));
    }

    /** What this key makes of such a signing input (RFC 7515 section 5.1). */
    public byte[] signature(String input) {
        try {
            JsonWebSignatureAlgorithm jwa = AlgorithmFactoryFactory.getInstance().getJwsAlgorithmFactory().getAlgorithm(algorithm);
            ProviderContext anywhere = new ProviderContext();
            return jwa.sign(jwa.prepareForSign(key, anywhere), input.getBytes(StandardCharsets.US_ASCII));
        } catch (JoseException e) {
            throw new IllegalStateException("Nothing can be signed with " + algorithm, e);
        }
    }

    /** The header and signature of a good token around other claims. */
    public static String tampered(String token, TokenClaims claims) {
        String[] parts = token.split("\\.");
        return parts[0] + "." + Base64Url.encodeUtf8ByteRepresentation(new JsonObject(claims.values()).encode()) + "." + parts[2];
    }

    /** The public half as a JWK set, for a server that is to know it. */
    public String jwks() {
        return new JsonWebKeySet(List.of(jwk)).toJson();
    }

    /** That key, under its own id; it gets one if it has none. */
    public static TokenForge of(PublicJsonWebKey jwk, String algorithm) {
        jwk.setKeyId(jwk.getKeyId() == null ? UUID.randomUUID().toString() : jwk.getKeyId());
        jwk.setUse("sig");
        jwk.setAlgorithm(algorithm);
        return new TokenForge(jwk.getPrivateKey(), algorithm, jwk.getKeyId(), jwk);
    }

    @Override
    public String toString() {
        return "TokenForge[" + algorithm + ", kid " + kid + "]";
    }
}
