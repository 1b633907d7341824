package org.openchami.auth.identity;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How long to wait after the n-th failure in a row: twice as long each time, up to 5 s, so that an authority that is back is soon noticed; spread by
 * a random half. One that names a time itself (RFC 9110 section 10.2.3) is not asked before, up to 5 minutes.
 */
record Backoff(DoubleSupplier random) {
    static final Duration LAST = Duration.ofSeconds(5);
    static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final double SPREAD = 0.1;
    private static final int MANY = 16;

    /** After a failure that somebody else must mend: nobody does within a moment. */
    Duration afterRefusal() {
        return after(MANY, Optional.empty());
    }

    Duration after(int failures, Optional<Duration> retryAfter) {
        long full = Math.min(LAST.toMillis(), FIRST.toMillis() << Math.min(failures - 1, MANY));
        Duration own = Duration.ofMillis(full / 2 + (long) (random.getAsDouble() * full / 2));
        return retryAfter.map(this::spread).filter(asked -> asked.compareTo(own) > 0).orElse(own);
    }

    /** Later than asked by up to a tenth, so that all who were sent away do not come back at once. */
    private Duration spread(Duration asked) {
        long millis = Math.min(asked.toMillis(), LONGEST.toMillis());
        return Duration.ofMillis((long) (millis * (1 + SPREAD * random.getAsDouble())));
    }

    /** When in a token's life it is renewed: between 75 and 80 %. */
    Duration renewal(Duration life) {
        return Duration.ofMillis((long) (life.toMillis() * (0.75 + 0.05 * random.getAsDouble())));
    }

    /** When a process renews its first token: anywhere between 25 and 80 % of its life, so that replicas started together never come together again. */
    Duration firstRenewal(Duration life) {
        return Duration.ofMillis((long) (life.toMillis() * (0.25 + 0.55 * random.getAsDouble())));
    }
}
