package org.openchami.auth.identity;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.openchami.auth.config.Settings;

import io.smallrye.mutiny.Uni;

/** The parts of one identity in a world, wired as an identity wires them, to be called one by one. */
final class IdentityParts {
    final Keeper keeper;
    final IdentityMachine machine;
    final Registration registration;
    final Healing healing;
    final RefreshToken refresh;
    final KeyRotation rotation;
    private final Settings.Peer smd;
    private final IdentityWorld world;
    private final Proof proof;

    IdentityParts(IdentityWorld world) {
        Settings settings = world.settings();
        Surroundings around = world.surroundings();
        Supplier<Uni<Boolean>> keySetRead = () -> Uni.createFrom().item(world.authority.keySetRead);
        this.world = world;
        proof = world.proof();
        smd = settings.peers().get("smd");
        keeper = new Keeper(world.store, around);
        machine = new IdentityMachine(settings.own().clientId(), List.of("smd"), world.time, world.seen::add);
        registration = new Registration(settings.own(), world.authority, keeper,
                new Enrolment(settings, world.authority, keeper, proof, machine, keySetRead, around));
        healing = new Healing(settings.own(), world.authority, keySetRead, registration, keeper, machine, around);
        refresh = new RefreshToken(settings.own().refreshToken(), keeper, proof, world.authority, around);
        rotation = new KeyRotation(settings.own(), registration, keeper, proof, around);
        keeper.load(proof::first, proof::completed);
    }

    /** Registered, and nothing of it counted. */
    static IdentityParts registered(IdentityWorld world) {
        IdentityParts parts = new IdentityParts(world);
        world.await(parts.registration.ensure());
        world.authority.calls.clear();
        return parts;
    }

    /** A request for a token by client credentials. */
    Uni<TokenAnswer> ask() {
        return Uni.createFrom().deferred(() -> world.authority.request(new TokenRequest(smd, proof.prove(keeper.now()), Optional.empty())));
    }
}
