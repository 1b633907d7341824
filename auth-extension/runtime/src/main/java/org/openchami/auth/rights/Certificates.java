package org.openchami.auth.rights;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.security.auth.x500.X500Principal;

import org.openchami.auth.config.CertificateRule;
import org.openchami.auth.config.RouteRule.Proof;
import org.openchami.auth.config.Settings;
import org.openchami.auth.keys.KeyThumbprint;

/** Who holds a client certificate, by its subject or one of its alternative names (RFC 5280 sections 4.1.2.6 and 4.2.1.6). */
final class Certificates {
    private static final Certified NOBODY = new Certified.Nobody();
    private static final int DNS_NAME = 2;
    private static final int URI_NAME = 6;

    private final Settings settings;
    private final Clock clock;

    Certificates(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Certified holder(RequestFacts facts) {
        if (settings.certificates().isEmpty()) {
            return NOBODY;
        }
        Optional<X509Certificate> certificate = facts.peerCertificate();
        List<CertificateRule> fitting = certificate.isEmpty()
                ? List.of()
                : settings.certificates().stream().filter(rule -> fits(rule, certificate.get())).toList();
        if (fitting.isEmpty()) {
            return NOBODY;
        }
        return fitting.size() > 1
                ? new Certified.Refused(Denial.CERTIFICATE_AMBIGUOUS)
                : admitted(fitting.get(0), certificate.get(), facts);
    }

    private Certified admitted(CertificateRule rule, X509Certificate certificate, RequestFacts facts) {
        // TLS looked when the connection was made: it may be open for days
        if (clock.instant().isAfter(certificate.getNotAfter().toInstant())) {
            return new Certified.Refused(Denial.CERTIFICATE_EXPIRED);
        }
        if (facts.proof() == Proof.DPOP) {
            return new Certified.Refused(Denial.DPOP_UNBOUND);
        }
        CertificatePrincipal holder = CertificatePrincipal.of(rule, certificate.getNotAfter().toInstant());
        Optional<Settings.Client> client = holder.service() ? Optional.ofNullable(settings.clients().get(holder.id())) : Optional.empty();
        ClientRules rules = new ClientRules(Optional.empty(), client, Set.of());
        if (rules.pinned() && KeyThumbprint.of(certificate.getPublicKey()).filter(rules::trusts).isEmpty()) {
            return new Certified.Refused(Denial.KEY_PIN);
        }
        Optional<Denial> denial = rules.denial(facts);
        return denial.isPresent() ? new Certified.Refused(denial.get()) : new Certified.Known(holder);
    }

    private static boolean fits(CertificateRule rule, X509Certificate certificate) {
        return switch (rule.field()) {
            case SUBJECT -> rule.value().equals(certificate.getSubjectX500Principal().getName(X500Principal.CANONICAL));
            case SAN_DNS -> names(certificate, DNS_NAME).stream().anyMatch(rule.value()::equalsIgnoreCase);
            case SAN_URI -> names(certificate, URI_NAME).contains(rule.value());
        };
    }

    private static List<String> names(X509Certificate certificate, int kind) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream().filter(name -> name.get(0).equals(kind)).map(name -> (String) name.get(1)).toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}
