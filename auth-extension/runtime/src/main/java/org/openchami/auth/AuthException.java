package org.openchami.auth;

/** A call to a peer that was not made because of the rights or the identity to make it with. Its message never holds a secret. */
public abstract sealed class AuthException extends RuntimeException
        permits IdentityUnavailableException, PeerRefusedException, UserTokenMissingException {

    AuthException(String message) {
        super(message);
    }
}
