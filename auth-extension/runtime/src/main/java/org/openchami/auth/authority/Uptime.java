package org.openchami.auth.authority;

/**
 * Time that only goes forward, at one pace, whoever sets the clock: for what lasts. A {@link java.time.Clock} is for what others must agree on.
 */
@FunctionalInterface
public interface Uptime {

    /** Nanoseconds since some moment; only differences mean anything. */
    long nanos();
}
