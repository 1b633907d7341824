package org.openchami.it.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How often the keys were read. */
final class Reads {
    private static final Duration SPAN = Duration.ofSeconds(10);
    /** One a second, whose first and last may be at the two ends. */
    static final int MOST = 11;

    private Reads() {}

    /** The most in any ten seconds. */
    static long worst(List<Instant> reads) {
        return reads.stream()
                .mapToLong(first -> reads.stream().filter(one -> !one.isBefore(first) && one.isBefore(first.plus(SPAN))).count())
                .max().orElse(0);
    }
}
