package org.openchami.auth;

/** The address is not one of {@code openchami.auth.peers}, or this token may not go there. Nothing was sent. */
public final class PeerRefusedException extends AuthException {

    public PeerRefusedException(String message) {
        super(message);
    }
}
