package org.openchami.auth.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.security.auth.x500.X500Principal;

/** Reads who the holders of client certificates are. */
final class CertificatesReading {
    private static final String PREFIX = SettingsProducer.PREFIX + "certificates.";

    private final AuthConfig config;
    private final Reading reading;

    CertificatesReading(AuthConfig config, Reading reading) {
        this.config = config;
        this.reading = reading;
    }

    List<CertificateRule> read() {
        List<CertificateRule> rules = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        new TreeMap<>(config.certificates()).forEach((name, certificate) -> {
            Map<CertificateRule.Field, String> given = new EnumMap<>(CertificateRule.Field.class);
            certificate.subject().ifPresent(value -> given.put(CertificateRule.Field.SUBJECT, subject(name, value)));
            certificate.sanDns().ifPresent(value -> given.put(CertificateRule.Field.SAN_DNS, value));
            certificate.sanUri().ifPresent(value -> given.put(CertificateRule.Field.SAN_URI, value));
            if (given.size() != 1) {
                reading.wrong(PREFIX + name, given.isEmpty() ? "nothing says which certificate" : "several things say which certificate",
                        "Set one of subject, san-dns and san-uri");
            }
            given.forEach((field, value) -> {
                if (!seen.add(field + " " + value)) {
                    reading.wrong(PREFIX + name, "another entry is for the same certificate", "Keep one");
                }
                rules.add(new CertificateRule(name, field, value, certificate.kind(), certificate.id().orElse(name),
                        Set.copyOf(certificate.scopes().orElse(List.of())), Set.copyOf(certificate.roles().orElse(List.of()))));
            });
        });
        return List.copyOf(rules);
    }

    /** In the one spelling that a certificate's subject is compared in. */
    private String subject(String name, String value) {
        try {
            return new X500Principal(value).getName(X500Principal.CANONICAL);
        } catch (IllegalArgumentException e) {
            reading.wrong(PREFIX + name + ".subject", "it is no distinguished name", "Write it as CN=bss,O=Cluster");
            return value;
        }
    }
}
