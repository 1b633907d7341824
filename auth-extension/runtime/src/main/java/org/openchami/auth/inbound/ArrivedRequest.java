package org.openchami.auth.inbound;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

import org.openchami.auth.config.RouteRule.Proof;
import org.openchami.auth.rights.RequestFacts;

import io.vertx.core.http.HttpServerRequest;

/** A request as far as it decides what its credential is worth; nothing of it is looked at before it is asked for. */
record ArrivedRequest(HttpServerRequest request, Proof proof, boolean dpopScheme, ResourceAddress address, SourceAddress sources)
        implements
            RequestFacts {

    @Override
    public String method() {
        return request.method().name();
    }

    @Override
    public Optional<URI> uri() {
        return address.target(request);
    }

    @Override
    public String peerAddress() {
        return sources.of(request);
    }

    @Override
    public Optional<X509Certificate> peerCertificate() {
        SSLSession session = request.connection().sslSession();
        try {
            return session != null && session.getPeerCertificates()[0] instanceof X509Certificate certificate
                    ? Optional.of(certificate)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> dpopProofs() {
        return request.headers().getAll("DPoP");
    }
}
