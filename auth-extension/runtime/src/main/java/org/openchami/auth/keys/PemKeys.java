package org.openchami.auth.keys;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Public keys and certificates as PEM (RFC 7468 sections 5 and 13), as a JWK set. PEM names no key: a single one goes by any {@code kid}, several
 * by their thumbprints (RFC 7638, SHA-256). Of a certificate the key alone counts: who put it here vouches for it, not its dates or its issuer.
 */
final class PemKeys {
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final List<String> KINDS = List.of("RSA", "EC", "Ed25519");

    private PemKeys() {}

    /** @throws IllegalArgumentException if there is no such block, or one that can't be read */
    static JsonObject jwks(String text) {
        List<MatchResult> blocks = BLOCK.matcher(text).results().toList();
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("no PEM");
        }
        JsonArray keys = new JsonArray();
        blocks.stream().map(block -> jwk(block.group(1), block.group(2))).distinct().forEach(keys::add);
        return new JsonObject().put("keys", keys);
    }

    private static JsonObject jwk(String type, String body) {
        byte[] der = Base64.getMimeDecoder().decode(body);
        try {
            PublicKey key = switch (type) {
                case "PUBLIC KEY" -> publicKey(der);
                case "CERTIFICATE" ->
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)).getPublicKey();
                default -> null;
            };
            if (key == null) {
                // a private key is told as one: it doesn't belong here
                return new JsonObject().put("kty", "PEM").put("kid", type).put(type.endsWith("PRIVATE KEY") ? "d" : "type", type);
            }
            PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(key);
            jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
            return new JsonObject(jwk.toParams(OutputControlLevel.PUBLIC_ONLY));
        } catch (GeneralSecurityException | JoseException e) {
            throw new IllegalArgumentException("a damaged " + type);
        }
    }

    private static PublicKey publicKey(byte[] der) throws GeneralSecurityException {
        GeneralSecurityException last = null;
        for (String kind : KINDS) {
            try {
                return KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(der));
            } catch (GeneralSecurityException e) {
                last = e;
            }
        }
        throw last;
    }
}
