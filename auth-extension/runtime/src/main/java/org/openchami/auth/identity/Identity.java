package org.openchami.auth.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.openchami.auth.config.OwnClient;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.IdentityStore;
import org.openchami.auth.credential.KeyRing;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.credential.StoredClient;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.identity.IdentityEvent.KeyMade;
import org.openchami.auth.identity.IdentityEvent.Registered;
import org.openchami.auth.registration.Registrar;
import org.openchami.auth.secret.BearerToken;
import org.openchami.auth.secret.SecretFileException;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;

/** All parts of an identity, wired to each other and to the world they are given. */
final class Identity {
    private final OwnClient own;
    private final Registrar registrar;
    private final Proof proof;
    private final Keeper keeper;
    private final Registration registration;
    private final IdentityMachine machine;
    private final Map<String, HeldToken> tokens;
    private final Upkeep upkeep;

    Identity(Settings settings, Proof proof, IdentityStore store, Registrar registrar, TokenSource source,
            Supplier<Uni<Boolean>> keySetRead,
            Surroundings around, Consumer<IdentitySnapshot> watcher) {
        this.own = settings.own();
        this.registrar = registrar;
        this.proof = proof;
        keeper = new Keeper(store, around);
        machine = new IdentityMachine(own.clientId(), settings.tokenPeers().keySet(), around.clock(), watcher);
        registration = new Registration(own, registrar, keeper,
                new Enrolment(settings, registrar, keeper, proof, machine, keySetRead, around));
        Healing healing = new Healing(own, registrar, keySetRead, registration, keeper, machine, around);
        RefreshToken refresh = new RefreshToken(own.refreshToken(), keeper, proof, source, around);
        Optional<GivenClient> ofOperator = own.given() ? Optional.of(new GivenClient(keySetRead, around)) : Optional.empty();
        Ladder ladder = new Ladder(ofOperator, registration, healing, refresh, keeper, proof, source, around);
        AccessOnly accessOnly = own.accessToken().map(given -> new AccessOnly(given, around)).orElse(null);
        tokens = settings.tokenPeers().values().stream().collect(Collectors.toUnmodifiableMap(Settings.Peer::name, peer -> new HeldToken(
                peer.name(), () -> accessOnly == null ? ladder.token(peer) : accessOnly.token(), around, machine)));
        upkeep = accessOnly == null
                ? Upkeep.ofClient(own, registration, keeper, proof, around)
                : Upkeep.ofToken(accessOnly, this::refresh, around);
    }

    /** Loads what is stored, or makes and stores it. Blocks. */
    void load() {
        StoredIdentity identity = keeper.load(proof::first, proof::completed);
        readGiven();
        machine.apply(new KeyMade("there is " + proof.keys(identity).current()));
        if (own.given()) {
            machine.apply(new Registered(own.clientId(), "by an operator"));
        } else {
            identity.client().filter(client -> client.acknowledged().isPresent())
                    .ifPresent(client -> machine.apply(new Registered(client.id(), "in an earlier run")));
        }
    }

    /** Later, a file that can't be used is a state; nobody waits for an operator at the start. */
    private void readGiven() {
        try {
            proof.refresh();
        } catch (SecretFileException e) {
            throw new ConfigurationException("OCAUTH-0001 openchami.auth.client.key-file: " + e.getMessage());
        }
    }

    /** Gets tokens, and goes on keeping everything in order. */
    void start() {
        refresh().subscribe().with(done -> {}, failure -> {});
        upkeep.start();
    }

    /** The token for this peer: at once while one is held, else as soon as it can be had. */
    Uni<BearerToken> token(String peer) {
        return tokens.get(peer).current();
    }

    Uni<BearerToken> rejected(String peer, BearerToken presented) {
        return tokens.get(peer).instead(presented);
    }

    /** The authority now signs with these keys alone: a token that none of them has signed is worth nothing any more. */
    void published(Set<String> kids) {
        tokens.values().forEach(held -> held.good().filter(token -> TokenHeader.kid(token).filter(kid -> !kids.contains(kid)).isPresent())
                .ifPresent(token -> held.instead(token).subscribe().with(other -> {}, failure -> {})));
    }

    Uni<Void> refresh() {
        List<Uni<BearerToken>> all = tokens.values().stream().map(HeldToken::renew).toList();
        return Uni.join().all(all).andCollectFailures().replaceWithVoid();
    }

    IdentitySnapshot snapshot() {
        return machine.snapshot();
    }

    Map<String, LongAdder> counts() {
        return machine.counts();
    }

    SigningKey signingKey() {
        return proof.signingKey(keeper.now());
    }

    KeyRing keys() {
        return proof.keys(keeper.now());
    }

    /** Deletes our client, and forgets it; nothing is asked for from then on. */
    Uni<Void> decommission() {
        boolean ours = !own.given() && keeper.now().client().flatMap(StoredClient::acknowledged).isPresent();
        upkeep.stop();
        tokens.values().forEach(HeldToken::stop);
        return ours
                ? registration.leaveFormer().onFailure().recoverWithNull()
                        .chain(() -> keeper.exclusively(() -> registrar.delete(keeper.now()).chain(keeper::clear)))
                : Uni.createFrom().voidItem();
    }
}
