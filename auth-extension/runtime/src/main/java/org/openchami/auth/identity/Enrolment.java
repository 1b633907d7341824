package org.openchami.auth.identity;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import org.openchami.auth.config.RegistrationConfig.Kind;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.StoredClient;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.identity.IdentityEvent.Registered;
import org.openchami.auth.identity.IdentityEvent.Withheld;
import org.openchami.auth.registration.Acknowledged;
import org.openchami.auth.registration.ClientEvidence;
import org.openchami.auth.registration.ClientMetadata;
import org.openchami.auth.registration.Registrar;
import org.openchami.auth.registration.Registrar.Change;
import org.openchami.auth.registration.RegistrationException;
import org.openchami.auth.secret.Secret;

import io.smallrye.mutiny.Uni;

/**
 * One registration, or one change of it: what is to be said is stored before, what was answered is stored before it is used. To be done while no
 * other process with the same store does the same.
 */
final class Enrolment {
    private static final Logger LOG = Logger.getLogger(Enrolment.class);

    private final Settings settings;
    private final Registrar registrar;
    private final Keeper keeper;
    private final Proof proof;
    private final IdentityMachine machine;
    private final Supplier<Uni<Boolean>> keySetRead;
    private final Surroundings around;

    Enrolment(Settings settings, Registrar registrar, Keeper keeper, Proof proof, IdentityMachine machine,
            Supplier<Uni<Boolean>> keySetRead, Surroundings around) {
        this.settings = settings;
        this.registrar = registrar;
        this.keeper = keeper;
        this.proof = proof;
        this.machine = machine;
        this.keySetRead = keySetRead;
        this.around = around;
    }

    ClientMetadata metadata(StoredIdentity identity) {
        return ClientMetadata.of(settings, proof.keys(identity).all());
    }

    /** Takes a client. One with another id that we had is the former one from then on. */
    Uni<Void> register(String cause) {
        // a store that can't be written shows it now, and not when the authority has made a client
        return keeper.save(same -> same).chain(identity -> registrar.register(metadata(identity), identity))
                .chain(acknowledged -> stored(acknowledged, true, cause));
    }

    /** Changes our client. If it is lost to us, another one takes its place, unless the change can be done without. */
    Uni<Void> update(Change change, boolean needed, String cause) {
        if (secretUnknown()) {
            return register("a secret is to prove us, and we were told none");
        }
        return keeper.save(StoredIdentity::updating).chain(identity -> registrar.update(metadata(identity), identity, change))
                .chain(acknowledged -> stored(acknowledged, change != Change.REPAIR, cause))
                .onFailure(RegistrationException.class).recoverWithUni(failure -> lost(failure, needed, cause));
    }

    /** By RFC 7592 nobody can be told a secret anew. */
    private boolean secretUnknown() {
        return settings.own().kind() == Kind.DYNAMIC && !settings.own().provenByKey() && keeper.now().secret().isEmpty();
    }

    private Uni<Void> lost(Throwable reason, boolean needed, String cause) {
        RegistrationException failure = (RegistrationException) reason;
        Uni<Void> another = register(cause).onSubscription()
                .invoke(() -> LOG.warnf("OCAUTH-0211 %s: registering again", failure.getMessage()));
        return switch (failure.kind()) {
            case REFUSED -> Uni.createFrom().failure(failure);
            case UNCHANGEABLE -> needed ? another : unmanaged(failure);
            case MANAGEMENT_LOST -> twice(failure).chain(() -> needed ? another : unmanaged(failure));
            case NOT_THERE -> twice(failure).chain(() -> another);
        };
    }

    /** Tokens go on coming; what can't be changed stays. Another process may have a better token by now: only the one that is dead is dropped. */
    private Uni<Void> unmanaged(RegistrationException failure) {
        LOG.warnf("OCAUTH-0207 %s. Our tokens are not concerned", failure.getMessage());
        Optional<Secret> dead = keeper.now().client().flatMap(StoredClient::registrationAccessToken);
        return keeper.save(identity -> identity.client().filter(client -> client.registrationAccessToken().equals(dead))
                .map(client -> identity.with(new StoredClient(client.id(), client.acknowledged(), Optional.empty(), false)))
                .orElse(identity)).replaceWithVoid();
    }

    /** That our client is not there, or not ours to change, is believed when an authority that can read its database says so twice. */
    private Uni<Void> twice(RegistrationException failure) {
        return seen(failure).chain(() -> around.pause(Healing.APART)).chain(() -> seen(failure));
    }

    private Uni<Void> seen(RegistrationException failure) {
        return Uni.combine().all().unis(registrar.evidence(keeper.now()), keySetRead.get()).asTuple().chain(seen -> {
            boolean lost = seen.getItem1() == ClientEvidence.ABSENT || seen.getItem1() == ClientEvidence.REFUSED;
            return lost && seen.getItem2() ? Uni.createFrom().voidItem() : Uni.createFrom().failure(failure);
        });
    }

    /** @param agreed whether the authority now has what we are configured for, and not what somebody else added as well */
    private Uni<Void> stored(Acknowledged acknowledged, boolean agreed, String cause) {
        return keeper.save(identity -> {
            var old = identity.client().filter(client -> client.id().equals(acknowledged.clientId()));
            var token = acknowledged.registrationAccessToken().or(() -> old.flatMap(StoredClient::registrationAccessToken));
            Optional<String> fingerprint = agreed
                    ? Optional.of(metadata(identity).fingerprint())
                    : old.flatMap(StoredClient::acknowledged);
            StoredIdentity next = identity.with(new StoredClient(acknowledged.clientId(), fingerprint, token, false));
            return acknowledged.secret().map(next::with).orElse(next);
        }).invoke(identity -> {
            machine.apply(new Registered(acknowledged.clientId(), cause));
            compare(acknowledged, metadata(identity));
        }).replaceWithVoid();
    }

    /** What is missing now would be refused later, one call at a time: it is an error until a token shows that it is granted all the same. */
    private void compare(Acknowledged acknowledged, ClientMetadata asked) {
        Set<String> missing = acknowledged.withheld(asked);
        if (!missing.isEmpty()) {
            String why = "the authority registered '" + acknowledged.clientId() + "' without " + missing
                    + ". Cure: let it allow them, or take them out of openchami.auth.peers.*.scopes and .audience";
            LOG.warnf("OCAUTH-0209 %s", why);
            settings.tokenPeers().values().stream().filter(peer -> needs(peer, missing))
                    .forEach(peer -> machine.apply(new Withheld(peer.name(), why)));
        }
    }

    private static boolean needs(Settings.Peer peer, Set<String> missing) {
        return missing.contains(peer.audience()) || peer.scopes().stream().anyMatch(missing::contains);
    }
}
