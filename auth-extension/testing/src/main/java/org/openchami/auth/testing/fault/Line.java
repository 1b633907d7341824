package org.openchami.auth.testing.fault;

import java.time.Duration;

/** What lies between the two ends of a proxied connection: bytes pass a gate that may be slow or shut. */
final class Line {
    private Duration delay = Duration.ZERO;
    private boolean silent;

    synchronized void slow(Duration later) {
        delay = later;
    }

    synchronized void silence() {
        silent = true;
    }

    synchronized void clear() {
        delay = Duration.ZERO;
        silent = false;
        notifyAll();
    }

    void passRequest() {
        awaitOpen();
    }

    void passAnswer() {
        try {
            Thread.sleep(awaitOpen().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        awaitOpen();
    }

    private synchronized Duration awaitOpen() {
        try {
            while (silent) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return delay;
    }
}
