package org.openchami.bss.api;

/** Ends a request with a {@link Problem}; the message is the detail that the client reads. */
final class ProblemException extends RuntimeException {
    private final int status;

    ProblemException(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    static ProblemException badRequest(String detail) {
        return new ProblemException(400, detail);
    }

    static ProblemException notFound(String detail) {
        return new ProblemException(404, detail);
    }

    int status() {
        return status;
    }
}
