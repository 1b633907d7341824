package org.openchami.auth.rights;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.openchami.auth.config.Settings;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;

/**
 * Stops the start if client certificates would be believed that nobody of ours has issued, or would never be asked for, or if Quarkus' own reading of
 * them would come before ours.
 */
@Singleton
class CertificateTrust {
    private static final String CLIENT_AUTH = "quarkus.http.ssl.client-auth";
    private static final String INCLUSIVE = "quarkus.http.auth.inclusive";
    private static final String PRIORITY = "quarkus.http.auth.mtls.priority";
    private static final String TLS = "quarkus.http.tls-configuration-name";
    private static final String STORE = "quarkus.http.ssl.certificate.trust-store-file";

    void start(@Observes StartupEvent started, Settings settings, TlsConfigurationRegistry registry) {
        check(settings, ConfigProvider.getConfig(), registry);
    }

    void check(Settings settings, Config config, TlsConfigurationRegistry registry) {
        boolean asked = !config.getOptionalValue(CLIENT_AUTH, String.class).orElse("none").equalsIgnoreCase("none");
        if (asked && config.getOptionalValue(INCLUSIVE, Boolean.class).orElse(false)) {
            throw stop(INCLUSIVE, "every client certificate would be an identity of its own", "Remove it");
        }
        if (asked && config.getOptionalValue(PRIORITY, Integer.class).isPresent()) {
            throw stop(PRIORITY, "client certificates would be looked at before tokens are", "Remove it");
        }
        if (settings.certificates().isEmpty()) {
            return;
        }
        if (!asked) {
            throw stop(CLIENT_AUTH, "no client certificate is asked for, and openchami.auth.certificates says who has which",
                    "Set it to request or required");
        }
        Optional<TlsConfiguration> tls = server(config, registry);
        if (tls.filter(TlsConfiguration::isTrustAll).isPresent()) {
            throw stop("quarkus.tls.trust-all", "anybody could make a client certificate with any name", "Name a trust store instead");
        }
        boolean legacy = Stream.of(STORE, STORE + "s").anyMatch(key -> config.getOptionalValue(key, String.class).isPresent());
        if (tls.map(TlsConfiguration::getTrustStoreOptions).isEmpty() && !legacy) {
            throw stop("quarkus.tls.trust-store", "it is missing, and every public authority could issue client certificates",
                    "Name a store with the authority that issues yours");
        }
    }

    /** The TLS configuration that the HTTP server uses. */
    private static Optional<TlsConfiguration> server(Config config, TlsConfigurationRegistry registry) {
        Optional<String> name = config.getOptionalValue(TLS, String.class);
        return name.isPresent()
                ? registry.get(name.get())
                : registry.getDefault().filter(standard -> standard.getKeyStoreOptions() != null);
    }

    private static ConfigurationException stop(String key, String fault, String cure) {
        return new ConfigurationException("OCAUTH-0001 " + key + ": " + fault + ". " + cure);
    }
}
