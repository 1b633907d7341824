package org.openchami.auth.registration;

import java.time.Clock;
import java.time.Duration;

import org.openchami.auth.authority.Asking;
import org.openchami.auth.config.Settings;

import io.vertx.core.Vertx;

/** Hydra's admin API as a service asks it. */
public final class AdminOf {

    private AdminOf() {}

    public static Registrar settings(Vertx vertx, Settings settings) {
        return new HydraAdmin(Asking.with(vertx, settings), settings, Clock.systemUTC(), () -> Duration.ofMillis(1));
    }
}
