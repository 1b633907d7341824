package org.openchami.bss.testing;

import java.time.Clock;

import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

/** Puts a {@link TestClock} in the service. */
class TestTime {

    @Produces
    @Singleton
    @Typed({Clock.class, TestClock.class})
    TestClock clock() {
        return new TestClock();
    }
}
