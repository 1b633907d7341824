package org.openchami.auth.identity;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait after the n-th failure in a row: twice as long each time, up to 5 s, so that an authority that is back is soon noticed; spread by a random half. */
record Backoff(DoubleSupplier random) {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LAST = Duration.ofSeconds(5);

    Duration after(int failures) {
        long full = Math.min(LAST.toMillis(), FIRST.toMillis() << Math.min(failures - 1, 16));
        return Duration.ofMillis(full / 2 + (long) (random.getAsDouble() * full / 2));
    }

    /** When in a token's life it is renewed: between 75 and 80 %, so that replicas started together drift apart. */
    Duration renewal(Duration life) {
        return Duration.ofMillis((long) (life.toMillis() * (0.75 + 0.05 * random.getAsDouble())));
    }
}
