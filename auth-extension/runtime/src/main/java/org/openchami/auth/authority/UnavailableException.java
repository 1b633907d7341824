package org.openchami.auth.authority;

import java.net.URI;

/** A server could not be asked, or gave no answer that can be used. Says which one and why; never what was sent. */
public final class UnavailableException extends RuntimeException {

    public UnavailableException(URI server, String why) {
        super(server.getScheme() + "://" + server.getRawAuthority() + server.getRawPath() + ": " + why, null, false, false);
    }
}
