package org.openchami.auth.registration;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.openchami.auth.authority.AuthorityClient;
import org.openchami.auth.config.Settings;

/** Chooses how we come to be known at the authority. */
@Singleton
class Registrars {
    private static final int LEAST_MILLIS = 100;
    private static final int MOST_MILLIS = 300;

    @Produces
    @Singleton
    Registrar registrar(AuthorityClient http, Settings settings, Clock clock) {
        return switch (settings.own().kind()) {
            case HYDRA -> new HydraAdmin(http, settings, clock,
                    () -> Duration.ofMillis(ThreadLocalRandom.current().nextInt(LEAST_MILLIS, MOST_MILLIS)));
            case DYNAMIC -> new DynamicRegistration(http, settings, clock, new InitialAccessToken(settings.own().initialAccessToken()));
            case GIVEN -> new Given();
        };
    }
}
