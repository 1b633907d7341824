package org.openchami.auth.identity;

import java.time.Duration;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import org.openchami.auth.config.OwnClient;

import io.smallrye.mutiny.Uni;

/** What is done now and then, whether anybody asks or not; one round after the other, and a round that fails is no reason to stop. */
final class Upkeep {
    private static final Logger LOG = Logger.getLogger(Upkeep.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration WATCH = Duration.ofSeconds(5);
    private static final int ROUNDS_A_LIFE = 20;

    private final Supplier<Uni<Void>> round;
    private final Duration pause;
    private final Surroundings around;
    private volatile boolean stopped;
    private volatile String said = "";

    private Upkeep(Supplier<Uni<Void>> round, Duration pause, Surroundings around) {
        this.round = round;
        this.pause = pause;
        this.around = around;
    }

    /** Follows what other processes with the same store do, and replaces what is old. */
    static Upkeep ofClient(OwnClient own, Registration registration, Keeper keeper, Proof proof, Surroundings around) {
        KeyRotation keys = new KeyRotation(own, registration, keeper, proof, around);
        SecretRotation secrets = new SecretRotation(own, registration, keeper, around);
        Duration often = own.maxAge().dividedBy(ROUNDS_A_LIFE);
        Duration pause = often.compareTo(LONGEST) > 0 ? LONGEST : often.compareTo(SHORTEST) < 0 ? SHORTEST : often;
        return new Upkeep(() -> keeper.reload().chain(changed -> registration.agreed() && !own.given()
                ? registration.settle().chain(keys::step).chain(secrets::step)
                : Uni.createFrom().voidItem()), pause, around);
    }

    /** Watches the file that our token comes in. */
    static Upkeep ofToken(AccessOnly accessOnly, Supplier<Uni<Void>> renew, Surroundings around) {
        return new Upkeep(() -> accessOnly.changed().chain(changed -> changed ? renew.get() : Uni.createFrom().voidItem()), WATCH, around);
    }

    void start() {
        around.later().run(pause, () -> {
            if (!stopped) {
                Uni.createFrom().deferred(() -> round.get()).subscribe().with(done -> next(""), failure -> next(failure.getMessage()));
            }
        });
    }

    /** Says once what fails, and not each time. */
    private void next(String failure) {
        if (!failure.equals(said) && !failure.isEmpty()) {
            LOG.warnf("OCAUTH-0218 Our keys and our registration can't be kept up to date, tokens are not concerned: %s", failure);
        }
        said = failure;
        start();
    }

    void stop() {
        stopped = true;
    }
}
