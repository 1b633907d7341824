package org.openchami.auth.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jboss.logging.Logger;
import org.openchami.auth.config.OwnClient;
import org.openchami.auth.config.RegistrationConfig.Kind;
import org.openchami.auth.credential.ClientSecret;
import org.openchami.auth.registration.Registrar.Change;

import io.smallrye.mutiny.Uni;

/**
 * Replaces a client secret that is too old or about to expire. The new one is stored before the authority hears of it: if its answer is lost, the
 * next refusal gives it the stored one again. By RFC 7592 a secret is not ours to choose: there we register anew.
 */
final class SecretRotation {
    private static final Logger LOG = Logger.getLogger(SecretRotation.class);
    /** The share of a secret's life after which it is replaced. */
    private static final double SHARE = 0.8;

    private final OwnClient own;
    private final Registration registration;
    private final Keeper keeper;
    private final Surroundings around;

    SecretRotation(OwnClient own, Registration registration, Keeper keeper, Surroundings around) {
        this.own = own;
        this.registration = registration;
        this.keeper = keeper;
        this.around = around;
    }

    /** Replaces it if that is due. To be called now and then, by one caller. */
    Uni<Void> step() {
        Optional<ClientSecret> secret = keeper.now().secret();
        if (own.provenByKey() || own.given() || secret.isEmpty() || keeper.now().former().isPresent()
                || due(secret.get()).isAfter(around.clock().instant())) {
            return Uni.createFrom().voidItem();
        }
        LOG.info("OCAUTH-0213 The client secret is old, or about to expire: it is replaced");
        if (own.kind() == Kind.DYNAMIC) {
            return registration.anew(registration.clientId(), "the client secret was about to expire");
        }
        return keeper.exclusively(() -> keeper.now().secret().equals(secret)
                ? keeper.save(identity -> identity.with(ClientSecret.generate(around.clock().instant()))).replaceWithVoid()
                : Uni.createFrom().voidItem()).chain(() -> registration.change(Change.ROTATION, "the client secret was old"));
    }

    private Instant due(ClientSecret secret) {
        Instant byAge = secret.since().plus(own.maxAge());
        return secret.expiresAt().map(end -> {
            Duration life = Duration.between(secret.since(), end);
            Instant byEnd = secret.since().plusMillis((long) (life.toMillis() * SHARE));
            return byEnd.isBefore(byAge) ? byEnd : byAge;
        }).orElse(byAge);
    }
}
