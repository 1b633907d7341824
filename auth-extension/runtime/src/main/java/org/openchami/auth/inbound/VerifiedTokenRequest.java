package org.openchami.auth.inbound;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks for the whole identity of a credential that has been verified and admitted. A type of our own, so that no other provider is ever tried with it. */
final class VerifiedTokenRequest extends BaseAuthenticationRequest {
    private final SecurityIdentity identity;

    VerifiedTokenRequest(SecurityIdentity identity) {
        this.identity = identity;
    }

    SecurityIdentity identity() {
        return identity;
    }
}
