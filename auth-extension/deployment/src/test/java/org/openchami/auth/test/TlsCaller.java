package org.openchami.auth.test;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Calls over TLS, with one of {@link Identities}, or with no certificate. */
final class TlsCaller {
    private final URI base;
    private final Optional<KeyStore> own;
    private final HttpClient http;

    private TlsCaller(URI base, Optional<KeyStore> own) throws GeneralSecurityException {
        this.base = base;
        this.own = own;
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store(Identities.file("trust")));
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.isPresent() ? keys(own.get()) : null, trust.getTrustManagers(), null);
        this.http = HttpClient.newBuilder().sslContext(tls).build();
    }

    static TlsCaller as(URI base, String name) throws GeneralSecurityException {
        return new TlsCaller(base, Optional.of(store(Identities.file(name))));
    }

    static TlsCaller withoutCertificate(URI base) throws GeneralSecurityException {
        return new TlsCaller(base, Optional.empty());
    }

    private static KeyStore store(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, Identities.PASSWORD.toCharArray());
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyManager[] keys(KeyStore store) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, Identities.PASSWORD.toCharArray());
        return keys.getKeyManagers();
    }

    X509Certificate certificate() throws GeneralSecurityException {
        return (X509Certificate) own.orElseThrow().getCertificate("own");
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
