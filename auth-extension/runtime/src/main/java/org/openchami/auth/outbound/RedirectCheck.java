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
        refuse(config, "quarkus.rest-client.follow-redirects", settings.speaks());
        for (String peer : settings.peers().keySet()) {
            refuse(config, "quarkus.rest-client." + peer + ".follow-redirects", true);
            refuse(config, "quarkus.rest-client.\"" + peer + "\".follow-redirects", true);
        }
    }

    private static void refuse(Config config, String key, boolean matters) {
        if (matters && config.getOptionalValue(key, Boolean.class).orElse(false)) {
            throw new ConfigurationException("OCAUTH-0001 " + key
                    + ": following redirects could hand a token to another origin. Remove the key, and give the peer's final address");
        }
    }
}
