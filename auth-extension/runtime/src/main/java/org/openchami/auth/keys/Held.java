package org.openchami.auth.keys;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The last good key set. It serves up to the end of the stale window, which begins when it was read. */
final class Held {
    private final long stale;
    private final Clock clock;
    private final AtomicReference<KeySet> set = new AtomicReference<>(KeySet.NONE);

    Held(Duration stale, Clock clock) {
        this.stale = stale.toMillis();
        this.clock = clock;
    }

    Optional<VerificationKey> find(String kid) {
        KeySet now = set.get();
        return serves(now) ? now.find(kid) : Optional.empty();
    }

    Optional<VerificationKey> only(String algorithm) {
        KeySet now = set.get();
        return serves(now) ? now.only(algorithm) : Optional.empty();
    }

    boolean usable() {
        return serves(set.get());
    }

    KeySet last() {
        return set.get();
    }

    /** The set before this one. */
    KeySet replace(KeySet next) {
        return set.getAndSet(next);
    }

    /** Takes a set that was read earlier; false if there is a better one already. */
    boolean adopt(KeySet earlier) {
        return set.compareAndSet(KeySet.NONE, earlier);
    }

    private boolean serves(KeySet keys) {
        return !keys.isEmpty() && clock.millis() - stale < keys.readAt().toEpochMilli();
    }
}
