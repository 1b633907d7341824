package org.openchami.auth.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import org.openchami.auth.authority.Asking;
import org.openchami.auth.authority.KeysPublished;
import org.openchami.auth.authority.Uptime;
import org.openchami.auth.config.Settings;

import io.vertx.core.Vertx;

/** The keys as a service has them. */
public final class KeysOf {

    private KeysOf() {}

    /** @param clock tells how much time passed, too */
    public static Keys settings(Vertx vertx, Settings settings, Clock clock) {
        return settings(vertx, settings, clock, published -> {});
    }

    static Keys settings(Vertx vertx, Settings settings, Clock clock, Consumer<KeysPublished> event) {
        Uptime uptime = () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos();
        return new Keys(vertx, settings, Asking.with(vertx, settings), new Surroundings(clock, uptime, () -> 0), event);
    }
}
