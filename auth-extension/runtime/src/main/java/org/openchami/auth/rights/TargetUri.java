package org.openchami.auth.rights;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An http or https address without its query and fragment, in one spelling (RFC 3986 sections 6.2.2 and 6.2.3): what RFC 9449 section 4.3 compares.
 * Dot segments are left as they are: no request with them is served.
 */
record TargetUri(String scheme, String host, int port, String path) {
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final int LONGEST = 2048;

    static Optional<TargetUri> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Empty if it has no host, another scheme, or a user. */
    static Optional<TargetUri> of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean tls = scheme.equals("https");
        if (!tls && !scheme.equals("http") || uri.getHost() == null || uri.getRawUserInfo() != null) {
            return Optional.empty();
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
        String path = uri.getRawPath().isEmpty() ? "/" : ESCAPE.matcher(uri.getRawPath()).replaceAll(found -> spelled(found.group(1)));
        return Optional.of(new TargetUri(scheme, uri.getHost().toLowerCase(Locale.ROOT), port, path));
    }

    /** What needs no escape has none; the others are written in capitals. */
    private static String spelled(String hex) {
        char one = (char) Integer.parseInt(hex, 16);
        boolean unreserved = one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z' || one >= '0' && one <= '9' || "-._~".indexOf(one) >= 0;
        return unreserved ? String.valueOf(one) : "%" + hex.toUpperCase(Locale.ROOT);
    }
}
