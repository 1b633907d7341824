package org.openchami.auth.keys;

import java.time.Duration;
import java.util.Optional;

import org.openchami.auth.config.Settings.KeySettings;
import org.openchami.auth.keys.Surroundings.Moment;

/**
 * When a key set may be read again, and when it should be. It may be once a pause, whoever wants it. It should be at the interval, or sooner: if its
 * publisher says that it changes more often ({@code Cache-Control: max-age}, RFC 9111 section 5.2.2.1), or if there is doubt. Pauses go by the clock
 * that nobody sets; the wall's can only have it read sooner, once, as after the machine slept.
 */
final class Pace {
    /** More often than this no publisher has us read. */
    private static final Duration FLOOR = Duration.ofSeconds(5);

    private final KeySettings times;
    private final Surroundings around;
    private final Doubt doubt = new Doubt();
    /** Null before the first read. */
    private volatile Moment begun;
    private volatile Duration interval;

    Pace(KeySettings times, Surroundings around) {
        this.times = times;
        this.around = around;
        this.interval = times.refresh();
    }

    /** How long the next read has to wait; zero if it may begin. */
    Duration rest() {
        Moment last = begun;
        Duration rest = last == null ? Duration.ZERO : times.pause().minus(around.elapsed(last));
        // timers know whole milliseconds, and none below one
        return rest.isNegative() ? Duration.ZERO : Duration.ofMillis(rest.plusNanos(999_999).toMillis());
    }

    void begin() {
        begun = around.now();
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
        Moment last = begun;
        return last == null || around.age(last) >= doubt.pace(interval).toMillis();
    }
}
