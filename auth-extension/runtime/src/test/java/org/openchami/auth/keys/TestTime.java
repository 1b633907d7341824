package org.openchami.auth.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;

import org.openchami.auth.testing.clock.TestClock;

/** Both clocks stand still until time passes. Each can go wrong alone: the wall's is set, and the other stands still while the machine sleeps. */
final class TestTime {
    private final TestClock wall = TestClock.at(Instant.parse("2030-01-01T00:00:00Z"));
    /** So soon before its overflow that every test goes past it. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);

    /** Nothing is left to chance. */
    Surroundings around() {
        return around(() -> 0);
    }

    Surroundings around(DoubleSupplier random) {
        return new Surroundings(wall, nanos::get, random);
    }

    /** So much time passes. */
    void advance(Duration by) {
        wall.advance(by);
        nanos.addAndGet(by.toNanos());
    }

    /** Somebody sets the clock forward, or back by less than nothing. */
    void setWall(Duration by) {
        wall.advance(by);
    }

    /** The machine sleeps. */
    void sleep(Duration length) {
        wall.advance(length);
    }

    /** Time passes, and the wall's clock does not show it. */
    void advanceUnseen(Duration by) {
        nanos.addAndGet(by.toNanos());
    }
}
