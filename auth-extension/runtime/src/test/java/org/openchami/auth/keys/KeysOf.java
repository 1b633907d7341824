package org.openchami.auth.keys;

import java.time.Clock;

import org.openchami.auth.authority.Asking;
import org.openchami.auth.config.Settings;

import io.vertx.core.Vertx;

/** The keys as a service has them. */
public final class KeysOf {

    private KeysOf() {}

    public static Keys settings(Vertx vertx, Settings settings, Clock clock) {
        return new Keys(vertx, settings, Asking.with(vertx, settings), clock, published -> {});
    }
}
