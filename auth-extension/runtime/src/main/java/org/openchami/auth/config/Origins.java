package org.openchami.auth.config;

import java.net.URI;
import java.util.Locale;

/** The origin of an address (RFC 6454 section 4), in one spelling: lower case, and with its port. */
public final class Origins {

    private Origins() {}

    public static String of(URI address) {
        boolean tls = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() >= 0 ? address.getPort() : tls ? 443 : 80;
        return (address.getScheme() + "://" + address.getHost() + ":" + port).toLowerCase(Locale.ROOT);
    }
}
