package org.openchami.bench;

import java.time.Duration;

/**
 * One measurement.
 *
 * @param requests all answered with 200
 * @param time from the first request to the last answer
 * @param cpu user and system time that the server used meanwhile
 */
record Sample(long requests, Duration time, Duration cpu) {
    double perSecond() {
        return requests * 1e9 / time.toNanos();
    }

    double cpuMicros() {
        return cpu.toNanos() / 1e3 / requests;
    }

    /** Cores that the server kept busy. Well below what it may have, something else set the pace. */
    double busy() {
        return (double) cpu.toNanos() / time.toNanos();
    }
}
