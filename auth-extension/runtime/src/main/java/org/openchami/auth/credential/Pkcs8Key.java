package org.openchami.auth.credential;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

import org.jose4j.keys.EllipticCurves;

/** A private key in PKCS#8 (RFC 5208), whose public half is read from it, too. */
final class Pkcs8Key {
    /** On P-256 the public half ends the structure (RFC 5915 section 3): {@code [1]}, a bit string, an uncompressed point. */
    private static final byte[] POINT = HexFormat.of().parseHex("a14403420004");
    private static final int COORDINATE = 32;

    private Pkcs8Key() {}

    static SigningKey read(Path file, byte[] der) {
        for (String type : new String[]{"EC", "RSA", "EdDSA"}) {
            try {
                PrivateKey key = KeyFactory.getInstance(type).generatePrivate(new PKCS8EncodedKeySpec(der));
                return SigningKey.of(open(file, key, der), key);
            } catch (GeneralSecurityException e) {
                // of another type, or of none
            }
        }
        throw new IllegalArgumentException("it is damaged, or neither of type EC nor RSA");
    }

    private static PublicKey open(Path file, PrivateKey key, byte[] der) throws GeneralSecurityException {
        KeySpec open;
        if (key instanceof RSAPrivateCrtKey rsa) {
            open = new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent());
        } else if (key instanceof ECPrivateKey ec) {
            GivenKey.requireP256(ec);
            open = new ECPublicKeySpec(point(file, der), EllipticCurves.P256);
        } else {
            throw new IllegalArgumentException("it is a key of type " + key.getAlgorithm() + ", which Hydra takes in no client assertion");
        }
        return KeyFactory.getInstance(key.getAlgorithm()).generatePublic(open);
    }

    private static ECPoint point(Path file, byte[] der) {
        int end = der.length;
        int start = end - 2 * COORDINATE - POINT.length;
        if (start < 0 || !Arrays.equals(POINT, Arrays.copyOfRange(der, start, start + POINT.length))) {
            throw new IllegalArgumentException("it holds no public half. Cure: let OpenSSL add it: openssl ec -in " + file
                    + " | openssl pkcs8 -topk8 -nocrypt -out " + file + ".whole");
        }
        return new ECPoint(new BigInteger(1, Arrays.copyOfRange(der, end - 2 * COORDINATE, end - COORDINATE)),
                new BigInteger(1, Arrays.copyOfRange(der, end - COORDINATE, end)));
    }
}
