package org.openchami.auth.test;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.openchami.auth.testing.certificate.CertificateAuthority;

/** The certificates of a cluster, and one of another, as PKCS#12 files: made before the application starts, read by it and by the tests. */
final class Identities {
    static final String PASSWORD = "changeit";
    static final Path FOLDER = Path.of("target/certificates").toAbsolutePath();

    private Identities() {}

    static Path file(String name) {
        return FOLDER.resolve(name + ".p12");
    }

    static void make() {
        CertificateAuthority cluster = new CertificateAuthority("cluster");
        cluster.trustStore(file("trust"), PASSWORD);
        cluster.issue("CN=localhost", "localhost").keyStore(file("server"), PASSWORD);
        cluster.issue("CN=beta,O=Cluster").keyStore(file("beta"), PASSWORD);
        cluster.issue("CN=alice", "spiffe://cluster/user/alice").keyStore(file("alice"), PASSWORD);
        cluster.issue("CN=stranger,O=Cluster").keyStore(file("stranger"), PASSWORD);
        cluster.issue("CN=beta,O=Cluster", Instant.now().minus(Duration.ofHours(1))).keyStore(file("expired"), PASSWORD);
        new CertificateAuthority("cluster").issue("CN=beta,O=Cluster").keyStore(file("foreign"), PASSWORD);
    }
}
