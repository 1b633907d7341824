package org.openchami.auth.inbound;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks for the identity of a token that has been verified and admitted. A type of our own, so that no other provider is ever tried with it. */
final class VerifiedTokenRequest extends BaseAuthenticationRequest {
    private final TokenIdentity identity;

    VerifiedTokenRequest(TokenIdentity identity) {
        this.identity = identity;
    }

    TokenIdentity identity() {
        return identity;
    }
}
