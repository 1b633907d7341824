package org.openchami.it.world;

import java.time.Duration;

/** How soon after the end of a fault all is well again. */
public final class Healing {
    /** What is asked for. */
    private static final Duration WITHIN = Duration.ofSeconds(5);
    /** What a busy machine may add to it. */
    public static final Duration MACHINE = Duration.ofSeconds(5);
    public static final Duration PATIENCE = WITHIN.plus(MACHINE);

    private Healing() {}
}
