package org.openchami.auth.testing.http;

/** A server answered with another status than the one that the call needs. */
public final class UnexpectedAnswer extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final int status;

    UnexpectedAnswer(String call, int wanted, int status) {
        super(call + " answered " + status + " instead of " + wanted);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
