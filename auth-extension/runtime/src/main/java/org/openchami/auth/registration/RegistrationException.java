package org.openchami.auth.registration;

/** The authority would not register us as asked; says what it said, and the cure. */
public final class RegistrationException extends RuntimeException {

    RegistrationException(String message) {
        super(message, null, false, false);
    }
}
