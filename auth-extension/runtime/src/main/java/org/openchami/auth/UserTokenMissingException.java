package org.openchami.auth;

/** {@link Caller#USER} was asked for, and no user called. Nothing was sent. */
public final class UserTokenMissingException extends AuthException {

    public UserTokenMissingException(String message) {
        super(message);
    }
}
