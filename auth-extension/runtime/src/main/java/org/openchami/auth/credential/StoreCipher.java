package org.openchami.auth.credential;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.keys.AesKey;
import org.jose4j.lang.JoseException;
import org.openchami.auth.secret.Secret;

/**
 * Encrypts what is stored: a JWE in compact form (RFC 7516), {@code dir} and {@code A256GCM}. Its {@code kid} is a hash of the key, so that another
 * key is told from damage.
 */
final class StoreCipher {
    private static final int BYTES = 32;

    private final AesKey key;
    private final String kid;

    private StoreCipher(byte[] key) {
        this.key = new AesKey(key);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
            this.kid = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static StoreCipher of(Secret base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64.reveal().strip().replace('-', '+').replace('_', '/'));
            if (key.length == BYTES) {
                return new StoreCipher(key);
            }
        } catch (IllegalArgumentException e) {
            // the message could hold a part of the key
        }
        throw new StoreException("openchami.auth.store.key is not 256 bits in base64. Cure: make one: openssl rand -base64 32");
    }

    String encrypt(String text) {
        JsonWebEncryption jwe = jwe();
        jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
        jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
        jwe.setKeyIdHeaderValue(kid);
        jwe.setPayload(text);
        try {
            return jwe.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("encrypting failed: " + e.getClass().getSimpleName());
        }
    }

    /** @return whether it is this key that this was encrypted with; false for what is no JWE */
    boolean fits(String encrypted) {
        try {
            JsonWebEncryption jwe = jwe();
            jwe.setCompactSerialization(encrypted);
            return kid.equals(jwe.getKeyIdHeaderValue());
        } catch (JoseException e) {
            return false;
        }
    }

    /** @throws IllegalArgumentException if it is damaged; the message holds nothing of it */
    String decrypt(String encrypted) {
        try {
            JsonWebEncryption jwe = jwe();
            jwe.setCompactSerialization(encrypted);
            return jwe.getPayload();
        } catch (JoseException e) {
            throw new IllegalArgumentException("it can't be decrypted");
        }
    }

    private JsonWebEncryption jwe() {
        JsonWebEncryption jwe = new JsonWebEncryption();
        jwe.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.DIRECT));
        jwe.setContentEncryptionAlgorithmConstraints(
                new AlgorithmConstraints(ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM));
        jwe.setKey(key);
        return jwe;
    }
}
