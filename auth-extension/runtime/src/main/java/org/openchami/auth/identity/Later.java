package org.openchami.auth.identity;

import java.time.Duration;

/** Runs something after a while, on no thread in particular. */
interface Later {
    void run(Duration delay, Runnable task);
}
