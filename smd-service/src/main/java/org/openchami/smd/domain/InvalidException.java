package org.openchami.smd.domain;

/** What the caller sent can't be taken; the message says what is wrong with it, and is for the caller to read. */
public final class InvalidException extends RuntimeException {

    public InvalidException(String message) {
        super(message);
    }
}
