package org.openchami.auth.keys;

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

    KeyFeedException(Fault fault, String address, String why) {
        super(address + ": " + why, null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
