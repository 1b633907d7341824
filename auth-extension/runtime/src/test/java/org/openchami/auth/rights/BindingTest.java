package org.openchami.auth.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openchami.auth.config.RouteRule.Proof;
import org.openchami.auth.rights.Denial.Kind;
import org.openchami.auth.testing.certificate.CertificateAuthority;
import org.openchami.auth.verify.AccessToken;

/** Tokens that are worth nothing without the key they are bound to. */
class BindingTest {
    private static final CertificateAuthority CA = new CertificateAuthority("cluster");
    private static final X509Certificate OURS = CA.issue("CN=bss,O=Cluster").certificate();
    private static final X509Certificate OTHER = CA.issue("CN=bss,O=Cluster").certificate();
    private static final AccessToken BOUND = Tokens.bound("bss", Map.of("x5t#S256", Binding.hash(OURS)), "smd.read");
    private static final AccessToken BOUND_TO_KEY = Tokens.bound("bss", Map.of("jkt", "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"));

    private final Rights rights = Granting.with("openchami.auth.clients.bss.scopes", "smd.read");

    private Denial denial(AccessToken token, Call call) {
        return rights.of(token).admit(call) instanceof Admission.Refused refused ? refused.denial() : null;
    }

    @Test
    void aTokenBoundToTheConnectionsCertificateIsAdmitted() {
        assertThat(rights.of(BOUND).admit(Call.get().with(OURS))).isEqualTo(new Admission.Granted(Set.of("smd.read")));
    }

    @ParameterizedTest
    @EnumSource(Proof.class)
    void aTokenBoundToACertificateIsRefusedWithoutIt(Proof proof) {
        assertThat(denial(BOUND, Call.get().demanding(proof))).isIn(Denial.BINDING, Denial.DPOP_UNBOUND);
    }

    @Test
    void aTokenBoundToACertificateIsRefusedWithAnotherOfTheSameName() {
        Denial denial = denial(BOUND, Call.get().with(OTHER));

        assertThat(denial).isEqualTo(Denial.BINDING);
        assertThat(denial.kind()).isEqualTo(Kind.INVALID_TOKEN);
    }

    @Test
    void aBindingThatIsNoHashFitsNothing() {
        for (String hash : new String[]{"", "x", Binding.hash(OURS).substring(1), Binding.hash(OURS) + "=",
                Binding.hash(OURS).toLowerCase(Locale.ROOT)}) {
            assertThat(denial(Tokens.bound("bss", Map.of("x5t#S256", hash)), Call.get().with(OURS))).as(hash).isEqualTo(Denial.BINDING);
        }
    }

    @Test
    void aRouteThatDemandsACertificateRefusesATokenThatIsBoundToNone() {
        Denial denial = denial(Tokens.service("bss", "smd.read"), Call.get().with(OURS).demanding(Proof.CERTIFICATE));

        assertThat(denial).isEqualTo(Denial.UNBOUND);
        assertThat(denial.kind()).isEqualTo(Kind.INVALID_TOKEN);
    }

    @Test
    void aRouteThatDemandsAnyProofRefusesAnUnboundToken() {
        assertThat(denial(Tokens.user(), Call.get().demanding(Proof.ANY))).isEqualTo(Denial.UNBOUND);
    }

    @Test
    void aRouteThatDemandsAnyProofAdmitsACertificate() {
        assertThat(denial(BOUND, Call.get().with(OURS).demanding(Proof.ANY))).isNull();
    }

    @Test
    void aRouteThatDemandsDpopRefusesEveryOtherProof() {
        Denial denial = denial(BOUND, Call.get().with(OURS).demanding(Proof.DPOP));

        assertThat(denial).isEqualTo(Denial.DPOP_UNBOUND);
        assertThat(denial.kind()).isEqualTo(Kind.INVALID_DPOP_TOKEN);
    }

    @Test
    void aTokenBoundToAKeyIsRefusedAsABearerToken() {
        assertThat(denial(BOUND_TO_KEY, Call.get())).isEqualTo(Denial.DPOP_MISSING);
    }

    @Test
    void anUnboundTokenIsRefusedWithTheDpopScheme() {
        assertThat(denial(Tokens.service("bss"), Call.get().dpop("a.b.c"))).isEqualTo(Denial.DPOP_UNBOUND);
    }

    @Test
    void aTokenBoundToBothNeedsBoth() {
        AccessToken both = Tokens.bound("bss", Map.of("jkt", BOUND_TO_KEY.boundKey().orElseThrow(), "x5t#S256", Binding.hash(OURS)));

        assertThat(denial(both, Call.get().with(OURS))).isEqualTo(Denial.DPOP_MISSING);
        assertThat(denial(both, Call.get().dpop("a.b.c"))).isEqualTo(Denial.BINDING);
    }

    @Test
    void anUnprovenTokenOfAnUnknownClientIs401AndNot403() {
        assertThat(denial(Tokens.bound("evil", Map.of("x5t#S256", Binding.hash(OURS))), Call.get())).isEqualTo(Denial.BINDING);
    }
}
