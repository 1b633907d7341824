package org.openchami.it.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A key pair on P-256 that an operator made: the private half goes to the service in a file, the public one to Hydra. */
record OperatorKey(KeyPair pair) {
    /** A key of type EC on P-256, up to the number that is secret. */
    private static final byte[] PRIVATE = HexFormat.of()
            .parseHex("308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420");
    /** What stands before the point that is public. */
    private static final byte[] PUBLIC = HexFormat.of().parseHex("a144034200");
    private static final int SCALAR = 32;
    private static final int POINT = 65;

    static OperatorKey make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new OperatorKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PKCS#8 as {@code openssl genpkey} writes it, with the public half in it, which Java leaves out. */
    String pem() {
        byte[] open = pair.getPublic().getEncoded();
        byte[] secret = ((ECPrivateKey) pair.getPrivate()).getS().toByteArray();
        ByteBuffer der = ByteBuffer.allocate(PRIVATE.length + SCALAR + PUBLIC.length + POINT).put(PRIVATE);
        der.position(PRIVATE.length + Math.max(0, SCALAR - secret.length));
        der.put(secret, Math.max(0, secret.length - SCALAR), Math.min(SCALAR, secret.length));
        der.put(PUBLIC).put(open, open.length - POINT, POINT);
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(der.array())
                + "\n-----END PRIVATE KEY-----\n";
    }

    /** Named by its thumbprint (RFC 7638), as a service names a key that has no other name. */
    JsonObject jwks() {
        try {
            PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(pair.getPublic());
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
            key.setUse("sig");
            key.setAlgorithm("ES256");
            return new JsonObject().put("keys", JsonArray.of(new JsonObject(key.toParams(OutputControlLevel.PUBLIC_ONLY))));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "an operator's key";
    }
}
