package org.openchami.auth.outbound;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.config.Configured;
import org.openchami.auth.config.Settings;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;

class RedirectCheckTest {
    private static final Settings SPEAKS = Configured.with("openchami.auth.registration.url", "http://hydra:4445",
            "openchami.auth.peers.smd.url", "http://smd:27779");

    private static void check(Settings settings, String key, String value) {
        new RedirectCheck().check(new StartupEvent(), new SmallRyeConfigBuilder().withDefaultValues(Map.of(key, value)).build(), settings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quarkus.rest-client.follow-redirects", "quarkus.rest-client.smd.follow-redirects",
            "quarkus.rest-client.\"smd\".follow-redirects"})
    void aClientThatFollowsRedirectsStopsTheStart(String key) {
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> check(SPEAKS, key, "true")).withMessageContaining(key)
                .withMessageContaining("Remove the key");
    }

    @Test
    void aClientThatDoesNotIsFine() {
        assertThatCode(() -> check(SPEAKS, "quarkus.rest-client.smd.follow-redirects", "false")).doesNotThrowAnyException();
    }

    @Test
    void aServiceThatCarriesNoTokensMayFollowThem() {
        assertThatCode(() -> check(Configured.with(), "quarkus.rest-client.smd.follow-redirects", "true")).doesNotThrowAnyException();
    }

    @Test
    void aClientOfNoPeerMayFollowThem() {
        assertThatCode(() -> check(SPEAKS, "quarkus.rest-client.weather.follow-redirects", "true")).doesNotThrowAnyException();
    }
}
