package org.openchami.auth.credential;

/** The stored identity can't be used as it is; the message names the file and the cure, and nothing of its content. */
public final class StoreException extends RuntimeException {

    StoreException(String message) {
        super(message, null, false, false);
    }
}
