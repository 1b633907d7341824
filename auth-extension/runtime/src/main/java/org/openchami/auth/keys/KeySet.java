package org.openchami.auth.keys;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The keys of one authority as they were at one moment. */
record KeySet(Map<String, VerificationKey> keys, Instant readAt) {

    KeySet {
        keys = Map.copyOf(keys);
    }

    Optional<VerificationKey> find(String kid) {
        return Optional.ofNullable(keys.get(kid));
    }
}
