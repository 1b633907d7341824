package org.openchami.auth.registration;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

import org.openchami.auth.authority.Asking;
import org.openchami.auth.config.Settings;
import org.openchami.auth.secret.Secret;

import io.vertx.core.Vertx;

/** Dynamic registration as a service does it. */
final class DynamicOf {

    private DynamicOf() {}

    static Registrar settings(Vertx vertx, Settings settings) {
        return with(vertx, settings, Optional::empty);
    }

    static Registrar with(Vertx vertx, Settings settings, Supplier<Optional<Secret>> initialAccessToken) {
        return new DynamicRegistration(Asking.with(vertx, settings), settings, Clock.systemUTC(), initialAccessToken);
    }
}
