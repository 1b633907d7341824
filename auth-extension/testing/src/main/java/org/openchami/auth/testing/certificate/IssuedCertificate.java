package org.openchami.auth.testing.certificate;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate with its private key and the authority that issued it. Prints no key. */
public record IssuedCertificate(PrivateKey key, X509Certificate certificate, X509Certificate authority) {

    /** A PKCS#12 key store that holds the key and the chain. */
    public Path keyStore(Path file, String password) {
        return Pkcs12.write(file, password,
                store -> store.setKeyEntry("own", key, password.toCharArray(), new X509Certificate[]{certificate, authority}));
    }

    @Override
    public String toString() {
        return certificate.getSubjectX500Principal().getName();
    }
}
