package org.openchami.auth.testing.hydra;

import java.net.URI;

import org.openchami.auth.testing.kind.CannotStart;
import org.openchami.auth.testing.port.FreePort;

/** Where a Hydra listens and how it calls itself; the same over restarts. */
record Address(int publicPort, int adminPort, String issuer) {
    static Address of(HydraOptions options) {
        int publicPort = checked(options.publicPort().orElseGet(FreePort::next));
        int adminPort = checked(options.adminPort().orElseGet(FreePort::next));
        return new Address(publicPort, adminPort, options.issuer().orElse("http://127.0.0.1:" + publicPort));
    }

    URI publicUrl() {
        return URI.create("http://127.0.0.1:" + publicPort);
    }

    URI adminUrl() {
        return URI.create("http://127.0.0.1:" + adminPort);
    }

    private static int checked(int port) {
        if (!FreePort.isFree(port)) {
            throw new CannotStart("port " + port + " is taken");
        }
        return port;
    }
}
