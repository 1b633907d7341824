package org.openchami.smd.domain;

/** What the caller wants to create is there already; nothing was stored. The message is for the caller to read. */
public final class DuplicateException extends RuntimeException {

    public DuplicateException(String message) {
        super(message);
    }
}
