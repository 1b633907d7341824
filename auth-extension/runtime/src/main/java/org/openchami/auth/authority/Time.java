package org.openchami.auth.authority;

import java.time.Clock;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.arc.DefaultBean;

/** The clocks that everything here reads; a test brings its own. */
@Singleton
class Time {

    @Produces
    @DefaultBean
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @DefaultBean
    @Singleton
    Uptime uptime() {
        return System::nanoTime;
    }
}
