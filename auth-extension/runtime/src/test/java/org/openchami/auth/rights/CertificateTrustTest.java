package org.openchami.auth.rights;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openchami.auth.config.Configured;
import org.openchami.auth.config.Settings;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.BaseTlsConfiguration;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.TrustOptions;

/** Whose client certificates are believed. */
class CertificateTrustTest {
    private static final String CLIENT_AUTH = "quarkus.http.ssl.client-auth";
    private static final Settings NONE = Configured.with();
    private static final Settings ONE = Configured.with("openchami.auth.certificates.bss.subject", "CN=bss");

    /** The TLS configuration of a server. */
    private static TlsConfigurationRegistry server(TrustOptions trusted, boolean everybody) {
        TlsConfiguration configuration = new BaseTlsConfiguration() {
            @Override
            public KeyCertOptions getKeyStoreOptions() { return new PfxOptions(); }

            @Override
            public TrustOptions getTrustStoreOptions() { return trusted; }

            @Override
            public boolean isTrustAll() { return everybody; }
        };
        return new TlsConfigurationRegistry() {
            @Override
            public Optional<TlsConfiguration> get(String name) {
                return Optional.of(configuration).filter(found -> name.equals("server"));
            }

            @Override
            public Optional<TlsConfiguration> getDefault() { return Optional.of(configuration); }

            @Override
            public void register(String name, TlsConfiguration added) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static void check(Settings settings, TlsConfigurationRegistry tls, Map<String, String> config) {
        new CertificateTrust().check(settings, new SmallRyeConfigBuilder().withDefaultValues(config).build(), tls);
    }

    private static void stops(Settings settings, TlsConfigurationRegistry tls, Map<String, String> config, String key) {
        assertThatThrownBy(() -> check(settings, tls, config)).isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("OCAUTH-0001 " + key + ": ");
    }

    @ParameterizedTest
    @CsvSource({"request", "REQUIRED"})
    void aTrustStoreOfItsOwnIsRight(String mode) {
        assertThatCode(() -> check(ONE, server(new PfxOptions(), false), Map.of(CLIENT_AUTH, mode))).doesNotThrowAnyException();
        assertThatCode(() -> check(ONE, server(new PfxOptions(), false), Map.of(CLIENT_AUTH, mode, "quarkus.http.tls-configuration-name",
                "server"))).doesNotThrowAnyException();
        assertThatCode(() -> check(ONE, server(null, false),
                Map.of(CLIENT_AUTH, mode, "quarkus.http.ssl.certificate.trust-store-file", "trust.p12"))).doesNotThrowAnyException();
    }

    @Test
    void certificatesThatNobodyAsksForStopTheStart() {
        stops(ONE, server(new PfxOptions(), false), Map.of(), CLIENT_AUTH);
        stops(ONE, server(new PfxOptions(), false), Map.of(CLIENT_AUTH, "none"), CLIENT_AUTH);
    }

    @Test
    void aServerThatTrustsEverybodyStopsTheStart() {
        stops(ONE, server(new PfxOptions(), true), Map.of(CLIENT_AUTH, "request"), "quarkus.tls.trust-all");
    }

    @Test
    void aServerWithoutATrustStoreStopsTheStart() {
        stops(ONE, server(null, false), Map.of(CLIENT_AUTH, "request"), "quarkus.tls.trust-store");
    }

    @Test
    void aReadingOfCertificatesBesideOursStopsTheStart() {
        stops(NONE, server(new PfxOptions(), false), Map.of(CLIENT_AUTH, "request", "quarkus.http.auth.inclusive", "true"),
                "quarkus.http.auth.inclusive");
        stops(NONE, server(new PfxOptions(), false), Map.of(CLIENT_AUTH, "request", "quarkus.http.auth.mtls.priority", "9000"),
                "quarkus.http.auth.mtls.priority");
    }

    @Test
    void whoKnowsNobodyByACertificateMayHaveAnyTls() {
        assertThatCode(() -> check(NONE, server(null, true), Map.of())).doesNotThrowAnyException();
        assertThatCode(() -> check(NONE, server(null, false), Map.of(CLIENT_AUTH, "request"))).doesNotThrowAnyException();
    }
}
