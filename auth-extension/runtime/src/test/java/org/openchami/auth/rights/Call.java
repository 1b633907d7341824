package org.openchami.auth.rights;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

import org.openchami.auth.config.RouteRule;

/** A request, changed fact by fact. */
record Call(String method, Optional<URI> uri, String peerAddress, Optional<X509Certificate> peerCertificate, List<String> dpopProofs,
        boolean dpopScheme, RouteRule.Proof proof) implements RequestFacts {
    static final URI COMPONENTS = URI.create("https://smd.cluster:27779/hsm/v2/State/Components");

    static Call get() {
        return new Call("GET", Optional.of(COMPONENTS), "172.16.0.9", Optional.empty(), List.of(), false, RouteRule.Proof.OPTIONAL);
    }

    Call method(String other) {
        return new Call(other, uri, peerAddress, peerCertificate, dpopProofs, dpopScheme, proof);
    }

    Call to(String other) {
        return new Call(method, Optional.of(URI.create(other)), peerAddress, peerCertificate, dpopProofs, dpopScheme, proof);
    }

    Call from(String other) {
        return new Call(method, uri, other, peerCertificate, dpopProofs, dpopScheme, proof);
    }

    Call with(X509Certificate certificate) {
        return new Call(method, uri, peerAddress, Optional.of(certificate), dpopProofs, dpopScheme, proof);
    }

    /** With the scheme DPoP, and these headers. */
    Call dpop(String... proofs) {
        return new Call(method, uri, peerAddress, peerCertificate, List.of(proofs), true, proof);
    }

    Call demanding(RouteRule.Proof demanded) {
        return new Call(method, uri, peerAddress, peerCertificate, dpopProofs, dpopScheme, demanded);
    }
}
