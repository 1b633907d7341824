package org.openchami.auth.credential;

import java.io.IOException;

import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;

/** The key formats that the JDK can't read. Loading this class fails where Bouncy Castle is absent: it is an optional dependency. */
final class BouncyCastleKey {

    private BouncyCastleKey() {}

    /** This key, which no password protects, in PKCS#8 with its public half. */
    static byte[] pkcs8(String type, byte[] der) {
        try {
            return PrivateKeyInfoFactory.createPrivateKeyInfo(key(type, der)).getEncoded();
        } catch (IOException | RuntimeException e) {
            // the message could hold the key
            throw new IllegalArgumentException("it is damaged");
        }
    }

    private static AsymmetricKeyParameter key(String type, byte[] der) throws IOException {
        return switch (type) {
            case "RSA PRIVATE KEY" -> PrivateKeyFactory.createKey(
                    new PrivateKeyInfo(new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption), RSAPrivateKey.getInstance(der)));
            case "EC PRIVATE KEY" -> {
                ECPrivateKey key = ECPrivateKey.getInstance(der);
                yield PrivateKeyFactory.createKey(new PrivateKeyInfo(
                        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()), key));
            }
            default -> OpenSSHPrivateKeyUtil.parsePrivateKeyBlob(der);
        };
    }
}
