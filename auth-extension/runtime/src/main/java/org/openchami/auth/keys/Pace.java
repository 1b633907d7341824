package org.openchami.auth.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.openchami.auth.config.Settings.KeySettings;

/**
 * When a key set may be read again, and when it should be. It may be once a pause, whoever wants it. It should be at the interval, or sooner: if its
 * publisher says that it changes more often ({@code Cache-Control: max-age}, RFC 9111 section 5.2.2.1), or if there is doubt.
 */
final class Pace {
    /** More often than this no publisher has us read. */
    private static final Duration FLOOR = Duration.ofSeconds(5);

    private final KeySettings times;
    private final Clock clock;
    private final Doubt doubt = new Doubt();
    private volatile Instant begun = Instant.EPOCH;
    private volatile Duration interval;

    Pace(KeySettings times, Clock clock) {
        this.times = times;
        this.clock = clock;
        this.interval = times.refresh();
    }

    /** How long the next read has to wait; zero if it may begin. */
    Duration rest() {
        Duration rest = Duration.between(clock.instant(), begun.plus(times.pause()));
        if (rest.compareTo(times.pause()) > 0) {
            return times.pause(); // the clock was set back
        }
        // timers know whole milliseconds, and none below one
        return rest.isNegative() ? Duration.ZERO : Duration.ofMillis(rest.plusNanos(999_999).toMillis());
    }

    void begin() {
        begun = clock.instant();
    }

    /** A read brought a set. */
    void read(boolean changed, Optional<Duration> maxAge) {
        doubt.settle(changed);
        interval = maxAge.map(age -> age.compareTo(FLOOR) < 0 ? FLOOR : age).filter(age -> age.compareTo(times.refresh()) < 0)
                .orElse(times.refresh());
    }

    /** There is reason to think that the set is another now. */
    void doubt() {
        doubt.raise();
    }

    boolean due() {
        Instant now = clock.instant();
        return begun.isAfter(now) || !begun.plus(doubt.pace(interval)).isAfter(now);
    }
}
