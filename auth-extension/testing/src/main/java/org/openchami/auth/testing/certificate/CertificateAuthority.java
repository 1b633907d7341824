package org.openchami.auth.testing.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;

import javax.security.auth.x500.X500Principal;

import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certification authority for tests, with a new P-256 key; what it issues is valid for a day. */
public final class CertificateAuthority {
    private static final Duration LIFE = Duration.ofDays(1);

    private final KeyPair keys = newKeys();
    private final X509Certificate root;

    public CertificateAuthority(String name) {
        root = sign(new X500Principal("CN=" + name), new X500Principal("CN=" + name), keys, true, now().plus(LIFE));
    }

    public X509Certificate root() {
        return root;
    }

    /** For a server or a client. An alternative name with a colon is a URI, any other one a DNS name. */
    public IssuedCertificate issue(String subject, String... alternativeNames) {
        return issue(subject, now().plus(LIFE), alternativeNames);
    }

    /** One that ends, or ended, then. */
    public IssuedCertificate issue(String subject, Instant end, String... alternativeNames) {
        KeyPair pair = newKeys();
        X509Certificate certificate = sign(root.getSubjectX500Principal(), new X500Principal(subject), pair, false, end,
                alternativeNames);
        return new IssuedCertificate(pair.getPrivate(), certificate, root);
    }

    /** A PKCS#12 trust store that holds this authority alone. */
    public Path trustStore(Path file, String password) {
        return Pkcs12.write(file, password, store -> store.setCertificateEntry("authority", root));
    }

    private X509Certificate sign(X500Principal issuer, X500Principal subject, KeyPair pair, boolean authority, Instant end,
            String... alternativeNames) {
        Date start = Date.from(end.minus(LIFE.multipliedBy(2)));
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(issuer, new BigInteger(64, new SecureRandom()), start,
                Date.from(end), subject, pair.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (alternativeNames.length > 0) {
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(Arrays.stream(alternativeNames)
                        .map(name -> new GeneralName(
                                name.indexOf(':') >= 0 ? GeneralName.uniformResourceIdentifier : GeneralName.dNSName, name))
                        .toArray(GeneralName[]::new)));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (IOException | GeneralSecurityException | OperatorException e) {
            throw new IllegalStateException("The certificate of " + subject + " can't be made", e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    private static Instant now() {
        return Instant.now();
    }
}
