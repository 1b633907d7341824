package org.openchami.auth.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.config.Configured;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import io.quarkus.tls.BaseTlsConfiguration;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.TrustOptions;

/** A server whose certificate is exchanged, and a client that is told so while it runs. */
class CertificateReloadTest {
    private static SelfSigned first;
    private static SelfSigned second;
    private final Vertx vertx = Vertx.vertx();
    private HttpsServer server;
    private AuthorityClient client;

    @BeforeAll
    static void make(@TempDir Path folder) {
        first = SelfSigned.in(folder, "-1d");
        second = SelfSigned.in(folder, "-1d");
    }

    @BeforeEach
    void start() throws GeneralSecurityException, IOException {
        client = new AuthorityClient(vertx, Configured.with("openchami.auth.tls-configuration-name", "inner"),
                new OneConfiguration(trusting(first)));
        serve(first);
    }

    @AfterEach
    void close() {
        server.stop(0);
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void serve(SelfSigned as) throws GeneralSecurityException, IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(as.server()));
        server.createContext("/", exchange -> {
            try (exchange; InputStream body = exchange.getRequestBody()) {
                body.readAllBytes();
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
    }

    private int ask() {
        return client.get(URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/keys")).await().atMost(Duration.ofSeconds(30))
                .status();
    }

    private static TlsConfiguration trusting(SelfSigned certificate) {
        return new BaseTlsConfiguration() {
            @Override
            public TrustOptions getTrustStoreOptions() {
                return new PfxOptions().setPath(certificate.file().toString()).setPassword(SelfSigned.PASSWORD);
            }
        };
    }

    private record OneConfiguration(TlsConfiguration inner) implements TlsConfigurationRegistry {
        @Override
        public Optional<TlsConfiguration> get(String name) {
            return "inner".equals(name) ? Optional.of(inner) : Optional.empty();
        }

        @Override
        public Optional<TlsConfiguration> getDefault() { return Optional.empty(); }

        @Override
        public void register(String name, TlsConfiguration configuration) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void aNewCertificateIsTrustedWithoutARestart() throws Exception {
        assertThat(ask()).isEqualTo(204);
        server.stop(0);
        serve(second);
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(this::ask);

        client.certificatesChanged(new CertificateUpdatedEvent("inner", trusting(second)));

        assertThat(ask()).isEqualTo(204);
    }

    @Test
    void whatIsNoLongerTrustedIsNotAskedThoughAConnectionIsOpen() {
        assertThat(ask()).isEqualTo(204);

        client.certificatesChanged(new CertificateUpdatedEvent("inner", trusting(second)));

        assertThatExceptionOfType(UnavailableException.class).isThrownBy(this::ask);
    }

    @Test
    void theCertificatesOfOthersChangeNothing() {
        client.certificatesChanged(new CertificateUpdatedEvent("other", trusting(second)));

        assertThat(ask()).isEqualTo(204);
    }
}
