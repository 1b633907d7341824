package org.openchami.auth.rights;

import java.time.Instant;
import java.util.Set;

import org.openchami.auth.config.CertificateRule;

/**
 * Whom a client certificate stands for, where no token came.
 *
 * @param rule the name of the entry of {@code openchami.auth.certificates} that says so
 * @param id a user's name, or a service's client id
 * @param scopes what the holder may do here
 * @param roles a user's groups; a service has none
 * @param expiresAt when the certificate ends
 */
public record CertificatePrincipal(String rule, CertificateRule.Kind kind, String id, Set<String> scopes, Set<String> roles,
        Instant expiresAt) {
    /** What stands where a token names its issuer. */
    public static final String ISSUER = "certificate";

    public CertificatePrincipal {
        scopes = Set.copyOf(scopes);
        roles = Set.copyOf(roles);
    }

    static CertificatePrincipal of(CertificateRule rule, Instant expiresAt) {
        boolean service = rule.kind() == CertificateRule.Kind.SERVICE;
        return new CertificatePrincipal(rule.name(), rule.kind(), rule.id(), rule.scopes(), service ? Set.of() : rule.roles(),
                expiresAt);
    }

    public boolean service() {
        return kind == CertificateRule.Kind.SERVICE;
    }
}
