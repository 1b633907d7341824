package org.openchami.it.security;

import java.util.List;

import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.auth.testing.token.TokenForge;
import org.openchami.it.world.PlayedService;
import org.openchami.it.world.World;
import org.openchami.it.world.WorldPlan;

import io.vertx.core.json.JsonArray;

/**
 * smd as it is packaged, which trusts a real Hydra. The keys of Hydra reach it through an address of ours, where others stand beside them: good
 * ones whose private halves the tests have, and bad ones. It trusts more {@link Issuers}, whose keys the tests alone have.
 */
final class SecurityWorld implements AutoCloseable {
    static final String PATH = "/hsm/v2/State/Components";

    private final KeyHost keys = KeyHost.start();
    private final Trap trap = Trap.lay();
    private final Ring ring = Ring.create();
    private final List<FaultyKey> faulty = FaultyKey.all();
    private final PlayedService known = PlayedService.withNewKey("known");
    private final PlayedService remote = PlayedService.withNewKey("remote");
    private final Issuers issuers = Issuers.create(ring.ec());
    private final World world;
    private final TokenForge hydra;

    private SecurityWorld() {
        WorldPlan plan = WorldPlan.create()
                .smd("openchami.auth.keys.url", keys.url().toString())
                .smd("openchami.auth.keys.pause", "20MS")
                .smd("openchami.auth.keys.refresh", "1H")
                .smd("openchami.auth.clients.known.jwks", known.publish())
                .smd("openchami.auth.clients.known.scopes", "smd.read")
                .smd("openchami.auth.clients.known.origins", "node,service,unknown")
                .smd("openchami.auth.clients.remote.jwks", remote.publish())
                .smd("openchami.auth.clients.remote.scopes", "smd.read")
                .smd("openchami.auth.clients.remote.origins", "node,service,unknown")
                .smd("openchami.auth.clients.remote.addresses", "198.51.100.0/24")
                .smd("quarkus.log.category.\"org.openchami\".level", "DEBUG");
        world = World.prepare(issuers.in(plan));
        hydra = TokenForge.asAuthority(world.hydra().adminUrl());
        JsonArray all = Call.to(world.hydra().publicUrl(), "/.well-known/jwks.json").get().expect(200, "GET /.well-known/jwks.json").json()
                .getJsonArray("keys");
        ring.published().forEach(all::add);
        faulty.forEach(key -> key.published().forEach(all::add));
        keys.publish(all);
    }

    static SecurityWorld start() {
        SecurityWorld started = new SecurityWorld();
        started.known.register(started.world.hydra(), "smd.read smd.write", "smd");
        started.world.smd().start();
        started.world.smd().awaitReady();
        return started;
    }

    /** A good token's claims: {@code operator}'s, who may read. */
    TokenClaims claims() {
        return TokenClaims.of(world.hydra().issuer()).scopes("smd.read");
    }

    /** A good token of a key that smd knows, to be spoilt. */
    Draft good() {
        return good(ring.ec());
    }

    Draft good(TokenForge key) {
        return Draft.of(key, claims());
    }

    Answer get(String token) {
        return call().header("Authorization", "Bearer " + token).get();
    }

    Call call() {
        return Call.to(world.smd().url(), PATH);
    }

    World world() {
        return world;
    }

    /** Hydra's own signing key. */
    TokenForge hydra() {
        return hydra;
    }

    Ring ring() {
        return ring;
    }

    /** What is published beside the good keys. */
    List<FaultyKey> faulty() {
        return faulty;
    }

    /** Where smd reads the keys of Hydra. */
    KeyHost keys() {
        return keys;
    }

    Trap trap() {
        return trap;
    }

    Issuers issuers() {
        return issuers;
    }

    /** A service that smd knows and that may read. */
    PlayedService known() {
        return known;
    }

    /** A service that smd knows, and that may call from one network alone, where the tests are not. */
    PlayedService remote() {
        return remote;
    }

    @Override
    public void close() {
        world.close();
        remote.close();
        issuers.close();
        known.close();
        trap.close();
        keys.close();
    }
}
