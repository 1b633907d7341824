package org.openchami.auth.keys;

import java.time.Duration;

/**
 * Whether there is reason to think that a key set is another now than when it was read. Each time there was none after all (a proxy that closes every
 * connection is one) the next reason counts later, up to the pace at which the set is read anyway.
 */
final class Doubt {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST = 16;

    private boolean raised;
    private int mistaken;

    synchronized void raise() {
        raised = true;
    }

    /** The set was read. */
    synchronized void settle(boolean changed) {
        mistaken = raised && !changed ? Math.min(MOST, mistaken + 1) : 0;
        raised = false;
    }

    /** How long after one read the next is due: the pace, or earlier. */
    synchronized Duration pace(Duration refresh) {
        Duration early = FIRST.multipliedBy(1L << mistaken);
        return raised && early.compareTo(refresh) < 0 ? early : refresh;
    }
}
