package org.openchami.auth.cli;

/** What ends a command with code 1: the message says what, why and the cure, and holds no secret. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Failure(String message) {
        super(message, null, false, false);
    }
}
