package org.openchami.auth.inbound;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.CertificateAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/**
 * Takes the place of Quarkus' own, to which every certificate that TLS believes is somebody. Whom a certificate stands for is decided before, with the
 * tokens; what comes here stands for nobody.
 */
@ApplicationScoped
class UnmappedCertificateProvider implements IdentityProvider<CertificateAuthenticationRequest> {
    private static final SecurityIdentity NOBODY = QuarkusSecurityIdentity.builder().setAnonymous(true).build();

    @Override
    public Class<CertificateAuthenticationRequest> getRequestType() { return CertificateAuthenticationRequest.class; }

    @Override
    public Uni<SecurityIdentity> authenticate(CertificateAuthenticationRequest request, AuthenticationRequestContext context) {
        return Uni.createFrom().item(NOBODY);
    }
}
