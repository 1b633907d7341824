package org.openchami.auth.identity;

import java.time.Duration;
import java.util.function.UnaryOperator;

import org.jboss.logging.Logger;
import org.openchami.auth.config.OwnClient;
import org.openchami.auth.credential.KeyRing;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.registration.Registrar.Change;

import io.smallrye.mutiny.Uni;

/**
 * Puts a new key in the place of one that is too old, without a call that fails. Three steps, each stored before it is told, and an overlap apart:
 *
 * <pre>
 * prepare  the next key is registered and published beside the current one; every receiver of our call contexts can read it
 * switch   the next key signs; the former one stays registered and published
 * retire   the former key is taken out
 * </pre>
 *
 * Whatever dies in between, the next step is found from what is stored.
 */
final class KeyRotation {
    private static final Logger LOG = Logger.getLogger(KeyRotation.class);

    private final OwnClient own;
    private final Registration registration;
    private final Keeper keeper;
    private final Proof proof;
    private final Surroundings around;
    private KeyRing seen;
    private long seenAt;

    KeyRotation(OwnClient own, Registration registration, Keeper keeper, Proof proof, Surroundings around) {
        this.own = own;
        this.registration = registration;
        this.keeper = keeper;
        this.proof = proof;
        this.around = around;
    }

    /** Takes the step that is due, if one is. To be called now and then, by one caller. */
    Uni<Void> step() {
        KeyRing ring = keeper.now().keys();
        if (!ring.equals(seen)) {
            seen = ring;
            seenAt = around.uptime().nanos();
        }
        boolean overlapped = around.uptime().nanos() - seenAt >= own.keyOverlap().toNanos();
        if (ring.previous().isPresent()) {
            return overlapped ? retire(ring) : Uni.createFrom().voidItem();
        }
        if (ring.next().isPresent()) {
            return overlapped ? turn(ring) : Uni.createFrom().voidItem();
        }
        return old(ring) ? prepare(ring) : Uni.createFrom().voidItem();
    }

    private boolean old(KeyRing ring) {
        return Duration.between(ring.since(), around.clock().instant()).compareTo(own.maxAge()) >= 0
                || ring.current().algorithm() != proof.algorithm();
    }

    private Uni<Void> prepare(KeyRing ring) {
        LOG.infof("OCAUTH-0213 %s is old, or of another algorithm than configured: its successor is registered beside it", ring.current());
        return around.blocking().call(proof::key).chain(next -> change(ring, now -> now.preparing(next)))
                .chain(() -> tell("a new key is registered beside the old one"));
    }

    private Uni<Void> turn(KeyRing ring) {
        LOG.infof("OCAUTH-0213 %s signs from now on", ring.next().orElseThrow());
        if (ring.next().get().algorithm() != ring.current().algorithm()) {
            // a client has one algorithm: it changes with the first key of its set
            return change(ring, now -> now.switched(around.clock().instant()))
                    .chain(() -> tell("a key of another algorithm signs"));
        }
        // once more: a crash may have come between storing the key and registering it
        return tell("the new key is about to sign")
                .chain(() -> change(ring, now -> now.switched(around.clock().instant())));
    }

    private Uni<Void> retire(KeyRing ring) {
        LOG.infof("OCAUTH-0213 %s is taken out", ring.previous().orElseThrow());
        return change(ring, KeyRing::retired).chain(registration::settle);
    }

    /** Where a secret proves us the authority knows no key of ours. */
    private Uni<Void> tell(String cause) {
        return own.provenByKey() ? registration.change(Change.ROTATION, cause) : Uni.createFrom().voidItem();
    }

    private StoredIdentity told(StoredIdentity identity) {
        return own.provenByKey() ? identity.updating() : identity;
    }

    /** Unless another process with the same store has taken this step already. */
    private Uni<Void> change(KeyRing ring, UnaryOperator<KeyRing> step) {
        return keeper.exclusively(() -> keeper.now().keys().equals(ring)
                ? keeper.save(identity -> identity.keys().equals(ring) ? told(identity.with(step.apply(ring))) : identity).replaceWithVoid()
                : Uni.createFrom().voidItem());
    }
}
