package org.openchami.auth.rights;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

import org.openchami.auth.config.RouteRule;

/** What of a request decides whether its credential is worth anything for it. Each is asked for only where it matters. */
public interface RequestFacts {

    String method();

    /** Where the request was sent to, as the client knows this service: scheme, host and path. Empty if it names no host. */
    Optional<URI> uri();

    /** The literal address that the request comes from; what a proxy says of it counts if the proxy is trusted. */
    String peerAddress();

    /** The client certificate of the connection, which TLS has verified. */
    Optional<X509Certificate> peerCertificate();

    /** The values of all {@code DPoP} headers. */
    List<String> dpopProofs();

    /** Whether the token came with the scheme {@code DPoP}, and not {@code Bearer}. */
    boolean dpopScheme();

    /** What the route demands. */
    RouteRule.Proof proof();
}
