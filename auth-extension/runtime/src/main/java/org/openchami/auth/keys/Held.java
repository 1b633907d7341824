package org.openchami.auth.keys;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.openchami.auth.keys.Surroundings.Moment;

/** The last good key set. It serves up to the end of the stale window, which begins when it was read and ends by whichever clock comes there first. */
final class Held {

    /** A key set, and when it was read by the clocks of this process. */
    record Dated(KeySet set, Moment readAt) {
        private static final Dated NONE = new Dated(KeySet.NONE, new Moment(0, 0));
    }

    private final long stale;
    private final Surroundings around;
    private final AtomicReference<Dated> held = new AtomicReference<>(Dated.NONE);

    Held(Duration stale, Surroundings around) {
        this.stale = stale.toMillis();
        this.around = around;
    }

    Optional<VerificationKey> find(String kid) {
        Dated now = held.get();
        return serves(now) ? now.set().find(kid) : Optional.empty();
    }

    Optional<VerificationKey> only(String algorithm) {
        Dated now = held.get();
        return serves(now) ? now.set().only(algorithm) : Optional.empty();
    }

    boolean usable() {
        return serves(held.get());
    }

    KeySet last() {
        return held.get().set();
    }

    /** Takes a set that was read just now, and gives the one before it. */
    KeySet replace(KeySet next) {
        return held.getAndSet(new Dated(next, around.now())).set();
    }

    /** Takes a set that was read earlier; false if there is a better one already. */
    boolean adopt(Dated earlier) {
        return held.compareAndSet(Dated.NONE, earlier);
    }

    private boolean serves(Dated keys) {
        return !keys.set().isEmpty() && around.age(keys.readAt()) < stale;
    }
}
