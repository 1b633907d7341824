package org.openchami.auth.inbound;

import java.util.Set;

import org.openchami.auth.rights.CertificatePrincipal;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** The identity that a client certificate gives: the scopes of its rule are permissions, a user's roles are roles. There is no token in it. */
final class CertificateIdentity {
    /** The attribute that holds the {@link CertificatePrincipal}. */
    static final String HOLDER = CertificatePrincipal.class.getName();

    private CertificateIdentity() {}

    static SecurityIdentity of(CertificatePrincipal holder) {
        Set<String> scopes = holder.scopes();
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(holder.id())).addRoles(holder.roles())
                .addAttribute(HOLDER, holder).addAttribute(TokenIdentity.SCOPES, scopes)
                .addPermissionChecker(wanted -> Uni.createFrom().item(scopes.contains(TokenIdentity.text(wanted)))).build();
    }
}
