package org.openchami.auth.testing.http;

import java.io.IOException;
import java.net.URI;

/** A server could not be reached, hung up, or took too long. */
public final class NoAnswer extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    NoAnswer(URI uri, IOException cause) {
        super(uri.getAuthority() + uri.getPath() + " did not answer: " + cause, cause);
    }
}
