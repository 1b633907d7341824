package org.openchami.auth.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

import org.openchami.auth.authority.Uptime;

/**
 * Time and chance, as keys meet them: a test brings its own. There are two clocks, since neither tells the whole: anybody may set the wall's, and the
 * monotonic one stands still while the machine sleeps.
 */
record Surroundings(Clock clock, Uptime uptime, DoubleSupplier random) {
    private static final long MILLION = 1_000_000L;

    /** What both clocks showed at once. */
    record Moment(long wallMillis, long uptimeNanos) {}

    Moment now() {
        return new Moment(clock.millis(), uptime.nanos());
    }

    /** When the wall's clock showed this; what is yet to come is now. */
    Moment at(Instant past) {
        long since = Math.max(0, clock.millis() - past.toEpochMilli());
        return new Moment(past.toEpochMilli(), uptime.nanos() - since * MILLION);
    }

    /** How long ago that was by the clock that nobody sets: for pauses. */
    Duration elapsed(Moment since) {
        return Duration.ofNanos(uptime.nanos() - since.uptimeNanos());
    }

    /** How many milliseconds ago that was by the clock that says more: for what must not grow old unseen. */
    long age(Moment since) {
        return Math.max(clock.millis() - since.wallMillis(), (uptime.nanos() - since.uptimeNanos()) / MILLION);
    }
}
