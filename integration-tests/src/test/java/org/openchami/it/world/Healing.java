package org.openchami.it.world;

import java.time.Duration;

/** How soon after the end of a fault all is well again. */
public final class Healing {
    /** What is asked for; a machine that does other work beside the test may miss it, so no test fails for it. */
    public static final Duration WITHIN = Duration.ofSeconds(5);
    /** What a busy machine may add to it. */
    public static final Duration MACHINE = Duration.ofSeconds(5);
    /** What a test fails for. */
    public static final Duration PATIENCE = WITHIN.plus(MACHINE);

    private Healing() {}

    /** A figure beside what is asked for, for the record: a test fails only past {@link #PATIENCE}. */
    public static String beside(Duration healed) {
        return "%.1f s of %d s%s".formatted(healed.toMillis() / 1000.0, WITHIN.toSeconds(), healed.compareTo(WITHIN) > 0 ? ", MISSED" : "");
    }
}
