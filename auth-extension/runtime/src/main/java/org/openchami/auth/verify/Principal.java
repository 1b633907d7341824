package org.openchami.auth.verify;

/** Whom an access token speaks for: one or the other, and never a guess. */
public sealed interface Principal {

    /** The {@code iss} of the authority that says so. */
    String issuer();

    /** What tells it from others of its kind and issuer. */
    String id();

    /** The OAuth client that the token was issued to. */
    String clientId();

    /** Somebody who acts through a client; {@code clientId} is empty where the issuer's own mapping names none. */
    record User(String issuer, String subject, String clientId) implements Principal {
        @Override
        public String id() {
            return subject;
        }
    }

    /** A client that acts on its own account. */
    record Service(String issuer, String clientId) implements Principal {
        @Override
        public String id() {
            return clientId;
        }
    }
}
