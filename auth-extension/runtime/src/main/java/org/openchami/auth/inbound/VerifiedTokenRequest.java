package org.openchami.auth.inbound;

import org.openchami.auth.verify.AccessToken;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks for the identity of a token that has been verified. A type of our own, so that no other provider is ever tried with it. */
final class VerifiedTokenRequest extends BaseAuthenticationRequest {
    private final AccessToken token;

    VerifiedTokenRequest(AccessToken token) {
        this.token = token;
    }

    AccessToken token() {
        return token;
    }
}
