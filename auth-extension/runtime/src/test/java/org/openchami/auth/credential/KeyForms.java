package org.openchami.auth.credential;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;

/** Key pairs in the forms that OpenSSL and OpenSSH write them in. */
final class KeyForms {

    private KeyForms() {}

    static KeyPair ec(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(der) + "\n-----END " + type
                + "-----\n";
    }

    /** As OpenSSL writes it: an EC key with its public half. */
    static String pkcs8(KeyPair pair) {
        try {
            return pem("PRIVATE KEY",
                    PrivateKeyInfoFactory.createPrivateKeyInfo(PrivateKeyFactory.createKey(pair.getPrivate().getEncoded())).getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String pkcs1(KeyPair pair) {
        try {
            return pem("RSA PRIVATE KEY",
                    PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded()).parsePrivateKey().toASN1Primitive().getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code openssl ecparam -genkey} writes it: after a block with the curve. */
    static String sec1(KeyPair pair) {
        try {
            DERBitString open = new DERBitString(
                    SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()).getPublicKeyData().getBytes());
            return pem("EC PARAMETERS", SECObjectIdentifiers.secp256r1.getEncoded()) + pem("EC PRIVATE KEY",
                    new org.bouncycastle.asn1.sec.ECPrivateKey(256, ((ECPrivateKey) pair.getPrivate()).getS(), open,
                            SECObjectIdentifiers.secp256r1).getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code ssh-keygen} writes it (PROTOCOL.key of OpenSSH), with this cipher. */
    static String openSsh(KeyPair pair, String cipher) {
        byte[] key;
        byte[] open;
        if (pair.getPrivate() instanceof RSAPrivateCrtKey rsa) {
            open = ssh("ssh-rsa", rsa.getPublicExponent(), rsa.getModulus());
            key = ssh("ssh-rsa", rsa.getModulus(), rsa.getPublicExponent(), rsa.getPrivateExponent(), rsa.getCrtCoefficient(),
                    rsa.getPrimeP(), rsa.getPrimeQ());
        } else {
            open = ssh("ecdsa-sha2-nistp256", "nistp256", point(pair));
            key = join(open, ssh(((ECPrivateKey) pair.getPrivate()).getS()));
        }
        byte[] list = join(new byte[]{1, 2, 3, 4, 1, 2, 3, 4}, key, ssh("operator"));
        byte[] padding = {1, 2, 3, 4, 5, 6, 7};
        byte[] padded = join(list, Arrays.copyOf(padding, (8 - list.length % 8) % 8));
        return pem("OPENSSH PRIVATE KEY", join("openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII),
                ssh(cipher, cipher.equals("none") ? "none" : "bcrypt", ""), new byte[]{0, 0, 0, 1}, ssh(open), ssh(padded)));
    }

    private static byte[] point(KeyPair pair) {
        byte[] open = ((ECPublicKey) pair.getPublic()).getEncoded();
        return Arrays.copyOfRange(open, open.length - 65, open.length);
    }

    /** Strings and multiple-precision integers as RFC 4251 section 5 writes them. */
    private static byte[] ssh(Object... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Object value : values) {
                byte[] data = value instanceof BigInteger number
                        ? number.toByteArray()
                        : value instanceof byte[] raw ? raw : value.toString().getBytes(StandardCharsets.US_ASCII);
                out.writeInt(data.length);
                out.write(data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
