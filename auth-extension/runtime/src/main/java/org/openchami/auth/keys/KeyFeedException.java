package org.openchami.auth.keys;

import java.time.Duration;
import java.util.Optional;

/** There are no keys to be had from where they should be: why, in one line, and the cure where it is ours. */
final class KeyFeedException extends RuntimeException {

    enum Fault {
        /** It took too long. */
        NO_ANSWER,
        /** It answered, but with no key set. */
        NO_KEY_SET,
        /** A key set without a key that can be used. */
        NO_USABLE_KEY,
        /** It answered, but with no metadata of an authorization server. */
        NO_METADATA,
        /** The metadata are those of another issuer than the configured one. */
        OTHER_ISSUER,
        /** The metadata name an address for the keys that anybody on the way could answer for. */
        UNSAFE_KEYS_ADDRESS,
        /** The file can't be read, or is open to change. */
        FILE
    }

    private final Fault fault;
    private final transient Optional<Duration> retryAfter;

    KeyFeedException(Fault fault, String address, String why) {
        this(fault, address, why, Optional.empty());
    }

    KeyFeedException(Fault fault, String address, String why, Optional<Duration> retryAfter) {
        super(address + ": " + why, null, false, false);
        this.fault = fault;
        this.retryAfter = retryAfter;
    }

    /** How long the server asks us to wait; empty if it asks for nothing. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    Fault fault() {
        return fault;
    }
}
