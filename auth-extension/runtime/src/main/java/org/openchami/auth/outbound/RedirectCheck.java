package org.openchami.auth.outbound;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;
import org.openchami.auth.config.Settings;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Stops the start if a client that carries tokens would follow redirects: Vert.x takes the Authorization header along to another origin. */
@Singleton
class RedirectCheck {

    void check(@Observes StartupEvent started, Config config, Settings settings) {
        for (String name : config.getPropertyNames()) {
            if (name.startsWith("quarkus.rest-client.") && name.endsWith("follow-redirects")
                    && config.getOptionalValue(name, Boolean.class).orElse(false) && settings.speaks()) {
                throw new ConfigurationException("OCAUTH-0001 " + name
                        + ": following redirects could hand a token to another origin. Remove the key, and give the peer's final address");
            }
        }
    }
}
