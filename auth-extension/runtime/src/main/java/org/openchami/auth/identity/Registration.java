package org.openchami.auth.identity;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import org.openchami.auth.config.OwnClient;
import org.openchami.auth.credential.StoredClient;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.registration.Registrar;
import org.openchami.auth.registration.Registrar.Change;
import org.openchami.auth.registration.RegistrationException;

import io.smallrye.mutiny.Uni;

/**
 * Our registration, made once and stored. What proves us is stored before the authority hears of it, so that neither a lost answer nor a crash in
 * between can leave us with a client that we can't prove to be. One thing is done at a time, whoever asks; all fail with {@link NoTokenException}.
 */
final class Registration {
    private static final Logger LOG = Logger.getLogger(Registration.class);

    private final OwnClient own;
    private final Registrar registrar;
    private final Keeper keeper;
    private final Enrolment enrolment;
    private final AtomicReference<Uni<Void>> running = new AtomicReference<>();

    Registration(OwnClient own, Registrar registrar, Keeper keeper, Enrolment enrolment) {
        this.own = own;
        this.registrar = registrar;
        this.keeper = keeper;
        this.enrolment = enrolment;
    }

    /** Whether the authority has acknowledged what we are configured for. */
    boolean agreed() {
        StoredIdentity identity = keeper.now();
        return own.given() || identity.client().flatMap(StoredClient::acknowledged)
                .filter(enrolment.metadata(identity).fingerprint()::equals).isPresent();
    }

    /** Whether the authority has acknowledged us at all, be it as we were configured once. */
    boolean known() {
        return own.given() || keeper.now().client().flatMap(StoredClient::acknowledged).isPresent();
    }

    /** Ends when the authority knows us as we are configured. */
    Uni<Void> ensure() {
        return agreed() ? Uni.createFrom().voidItem() : once(() -> {
            if (agreed()) {
                return Uni.createFrom().voidItem();
            }
            return known()
                    ? enrolment.update(Change.CONFIGURATION, true, "the configuration changed")
                    : enrolment.register("there was no registration");
        });
    }

    /**
     * Takes a new client: the one with this id is forgotten, or can't be kept. One that lives on is deleted once the new one has got a token. Where
     * another process with the same store has done so meanwhile, its client is ours, too.
     */
    Uni<Void> anew(String instead, String cause) {
        return alone(() -> clientId().equals(instead) ? enrolment.register(cause) : Uni.createFrom().voidItem());
    }

    /** The id we have at the authority; empty where we have none. */
    String clientId() {
        return keeper.now().client().map(StoredClient::id).orElse("");
    }

    /** Gives the authority what it should have of us. */
    Uni<Void> change(Change change, String cause) {
        return alone(() -> enrolment.update(change, true, cause));
    }

    /** Sends again a change whose answer we never got. */
    Uni<Void> settle() {
        return unsettled()
                ? alone(() -> unsettled()
                        ? enrolment.update(Change.ROTATION, false, "an earlier change was never answered")
                        : Uni.createFrom().voidItem())
                : Uni.createFrom().voidItem();
    }

    private boolean unsettled() {
        return keeper.now().client().filter(StoredClient::updating).isPresent();
    }

    /** The client we have is proven by a token: the one that it took the place of is deleted, if it still can be. */
    Uni<Void> leaveFormer() {
        if (keeper.now().former().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return alone(() -> {
            StoredIdentity identity = keeper.now();
            if (identity.former().isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            StoredClient former = identity.former().get();
            return registrar.delete(identity.with(former)).replaceWith(false).onFailure(RegistrationException.class)
                    .recoverWithItem(failure -> {
                        LOG.warnf("OCAUTH-0207 The client '%s' was ours and may live on: %s", former.id(), failure.getMessage());
                        return true;
                    }).chain(orphaned -> keeper.save(now -> now.settled(orphaned)).replaceWithVoid());
        });
    }

    /** Those who come while it is under way share it. */
    private Uni<Void> once(Supplier<Uni<Void>> work) {
        Uni<Void> now = running.get();
        if (now != null) {
            return now;
        }
        Uni<Void> mine = Uni.createFrom().deferred(() -> alone(work)).onTermination().invoke(() -> running.set(null)).memoize()
                .indefinitely();
        return running.compareAndSet(null, mine) ? mine : once(work);
    }

    /** One after the other, here and in all processes with the same store. */
    private Uni<Void> alone(Supplier<Uni<Void>> work) {
        return keeper.exclusively(work).onFailure().transform(NoTokenException::of);
    }
}
