package org.openchami.auth.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openchami.auth.config.CertificateRule.Kind;
import org.openchami.auth.config.RouteRule.Proof;
import org.openchami.auth.keys.KeyThumbprint;
import org.openchami.auth.testing.certificate.CertificateAuthority;

/** Who calls with a client certificate, and no token. */
class CertificatesTest {
    private static final String KEY = "openchami.auth.certificates.";
    private static final CertificateAuthority CA = new CertificateAuthority("cluster");
    private final Rights rights = Granting.with(KEY + "bss.subject", "CN=bss, O=Cluster", KEY + "bss.scopes", "smd.read", KEY + "bss.roles",
            "admins", KEY + "css.san-dns", "css.cluster", KEY + "css.id", "cloud-init", KEY + "alice.san-uri",
            "spiffe://cluster/user/alice", KEY + "alice.kind", "user", KEY + "alice.roles", "admins",
            "openchami.auth.clients.bss.addresses", "172.16.0.0/16", "openchami.auth.clients.bss.access", "read");

    private static X509Certificate certificate(String subject, String... names) {
        return CA.issue(subject, names).certificate();
    }

    private Certified of(X509Certificate certificate) {
        return rights.byCertificate(Call.get().with(certificate));
    }

    private static Certified known(X509Certificate certificate, String rule, Kind kind, String id, Set<String> scopes,
            Set<String> roles) {
        return new Certified.Known(new CertificatePrincipal(rule, kind, id, scopes, roles, certificate.getNotAfter().toInstant()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"CN=bss,O=Cluster", "cn=BSS, o=cluster", "CN=bss  ,  O=Cluster"})
    void aServiceIsKnownByItsSubjectInAnySpelling(String subject) {
        X509Certificate bss = certificate(subject);

        assertThat(of(bss)).isEqualTo(known(bss, "bss", Kind.SERVICE, "bss", Set.of("smd.read"), Set.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"O=Cluster,CN=bss", "CN=bss", "CN=bss,O=Cluster,C=DE", "CN=bss+O=Cluster", "CN=bss2,O=Cluster",
            "CN=\"bss,O=Cluster\""})
    void anotherSubjectIsNobodys(String subject) {
        assertThat(of(certificate(subject))).isEqualTo(new Certified.Nobody());
    }

    @Test
    void aServiceIsKnownByADnsNameAndCalledByItsId() {
        X509Certificate css = certificate("CN=x", "other.cluster", "CSS.cluster");

        assertThat(of(css)).isEqualTo(known(css, "css", Kind.SERVICE, "cloud-init", Set.of(), Set.of()));
    }

    @Test
    void aUserIsKnownByAUriAndHasRoles() {
        X509Certificate alice = certificate("CN=x", "spiffe://cluster/user/alice");

        assertThat(of(alice)).isEqualTo(known(alice, "alice", Kind.USER, "alice", Set.of(), Set.of("admins")));
    }

    @ParameterizedTest
    @CsvSource({"css.cluster.evil", "*.cluster", "xcss.cluster", "spiffe://cluster/user/alice/x", "SPIFFE://cluster/user/alice",
            "spiffe://cluster/user"})
    void aNameThatOnlyLooksAlikeIsNobodys(String name) {
        assertThat(of(certificate("CN=css.cluster", name))).isEqualTo(new Certified.Nobody());
    }

    @Test
    void aConnectionWithoutACertificateIsNobodys() {
        assertThat(rights.byCertificate(Call.get())).isEqualTo(new Certified.Nobody());
    }

    @Test
    void aCertificateOfSeveralIsRefused() {
        assertThat(of(certificate("CN=bss,O=Cluster", "css.cluster"))).isEqualTo(new Certified.Refused(Denial.CERTIFICATE_AMBIGUOUS));
    }

    @Test
    void aCertificateThatEndedWhileTheConnectionStoodIsRefused() {
        X509Certificate old = CA.issue("CN=bss,O=Cluster", Instant.EPOCH.minus(Duration.ofSeconds(1))).certificate();

        assertThat(of(old)).isEqualTo(new Certified.Refused(Denial.CERTIFICATE_EXPIRED));
    }

    @Test
    void theRulesOfAClientHoldForItsCertificateToo() {
        Call call = Call.get().with(certificate("CN=bss,O=Cluster"));

        assertThat(rights.byCertificate(call.from("192.0.2.1"))).isEqualTo(new Certified.Refused(Denial.ADDRESS));
        assertThat(rights.byCertificate(call.method("POST"))).isEqualTo(new Certified.Refused(Denial.METHOD_CLASS));
    }

    @Test
    void aClientWithPinnedKeysIsKnownByACertificateOfOneOfThemAlone() {
        X509Certificate pinned = certificate("CN=bss,O=Cluster");
        Rights rights = Granting.with(KEY + "bss.subject", "CN=bss, O=Cluster", "openchami.auth.clients.bss.key-thumbprints",
                KeyThumbprint.of(pinned.getPublicKey()).orElseThrow());

        assertThat(rights.byCertificate(Call.get().with(pinned))).isInstanceOf(Certified.Known.class);
        assertThat(rights.byCertificate(Call.get().with(certificate("CN=bss,O=Cluster"))))
                .isEqualTo(new Certified.Refused(Denial.KEY_PIN));
    }

    @Test
    void aCertificateIsAProofButNoDpopProof() {
        Call call = Call.get().with(certificate("CN=bss,O=Cluster"));

        assertThat(rights.byCertificate(call.demanding(Proof.CERTIFICATE))).isInstanceOf(Certified.Known.class);
        assertThat(rights.byCertificate(call.demanding(Proof.ANY))).isInstanceOf(Certified.Known.class);
        assertThat(rights.byCertificate(call.demanding(Proof.DPOP))).isEqualTo(new Certified.Refused(Denial.DPOP_UNBOUND));
    }
}
