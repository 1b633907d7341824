package org.openchami.auth.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Stops the start if a client with {@code @CallAs} would follow redirects: Vert.x takes the Authorization header along to another origin. A client
 * that a service builds by itself is not covered: it must leave redirects off, as they are by default.
 */
@Singleton
public class RedirectCheck {
    /** Written by the build: every name that such a client can be configured by, one a line. */
    public static final String CLIENTS = "META-INF/openchami-auth/call-as-clients";

    void start(@Observes StartupEvent started) {
        check(ConfigProvider.getConfig());
    }

    void check(Config config) {
        refuse(config, "quarkus.rest-client.follow-redirects", !clients().isEmpty());
        for (String client : clients()) {
            refuse(config, "quarkus.rest-client." + client + ".follow-redirects", true);
            refuse(config, "quarkus.rest-client.\"" + client + "\".follow-redirects", true);
            refuse(config, client + "/mp-rest/followRedirects", true);
        }
    }

    private static List<String> clients() {
        try (InputStream names = Thread.currentThread().getContextClassLoader().getResourceAsStream(CLIENTS)) {
            return names == null ? List.of() : new String(names.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuse(Config config, String key, boolean matters) {
        if (matters && config.getOptionalValue(key, Boolean.class).orElse(false)) {
            throw new ConfigurationException("OCAUTH-0001 " + key
                    + ": following redirects could hand a token to another origin. Remove the key, and give the peer's final address");
        }
    }
}
