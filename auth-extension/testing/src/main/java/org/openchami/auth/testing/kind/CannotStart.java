package org.openchami.auth.testing.kind;

/** One way of having a backing service is not open on this machine; the message says why, in one line. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotStart(String reason) {
        super(reason);
    }

    public CannotStart(String reason, Throwable cause) {
        super(reason, cause);
    }
}
