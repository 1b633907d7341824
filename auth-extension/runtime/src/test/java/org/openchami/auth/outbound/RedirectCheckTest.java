package org.openchami.auth.outbound;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The build has found one client with {@code @CallAs}, which can be configured by two names. */
class RedirectCheckTest {
    @TempDir
    Path built;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @BeforeEach
    void build() throws IOException {
        Path names = built.resolve(RedirectCheck.CLIENTS);
        Files.createDirectories(names.getParent());
        Files.writeString(names, "smd\norg.example.SmdClient\n");
        Thread.currentThread().setContextClassLoader(new URLClassLoader(new URL[]{built.toUri().toURL()}, null));
    }

    @AfterEach
    void restore() throws IOException {
        ((URLClassLoader) Thread.currentThread().getContextClassLoader()).close();
        Thread.currentThread().setContextClassLoader(before);
    }

    private static void check(String key, String value) {
        new RedirectCheck().check(new SmallRyeConfigBuilder().withDefaultValues(Map.of(key, value)).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"quarkus.rest-client.follow-redirects", "quarkus.rest-client.smd.follow-redirects",
            "quarkus.rest-client.\"smd\".follow-redirects", "quarkus.rest-client.\"org.example.SmdClient\".follow-redirects",
            "smd/mp-rest/followRedirects", "org.example.SmdClient/mp-rest/followRedirects"})
    void aClientThatFollowsRedirectsStopsTheStart(String key) {
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> check(key, "true")).withMessageContaining(key)
                .withMessageContaining("Remove the key");
    }

    @Test
    void aClientThatDoesNotIsFine() {
        assertThatCode(() -> check("quarkus.rest-client.smd.follow-redirects", "false")).doesNotThrowAnyException();
    }

    @Test
    void aClientWithoutCallAsMayFollowThem() {
        assertThatCode(() -> check("quarkus.rest-client.weather.follow-redirects", "true")).doesNotThrowAnyException();
    }

    @Test
    void aServiceThatCarriesNoTokensMayFollowThem() throws IOException {
        Files.delete(built.resolve(RedirectCheck.CLIENTS));

        assertThatCode(() -> check("quarkus.rest-client.follow-redirects", "true")).doesNotThrowAnyException();
    }
}
