package org.openchami.it.world;

import java.time.Duration;

import org.openchami.auth.testing.fault.KeyServer;

/**
 * Hydra and smd, and between them a server of Hydra's keys that may break in any way. smd reads the keys often, and trusts those that it has for a
 * short time only.
 */
public final class KeysWorld implements AutoCloseable {
    public static final Duration REFRESH = Duration.ofSeconds(1);
    public static final Duration STALE = Duration.ofSeconds(4);

    private final KeyServer keys;
    private final World world;

    private KeysWorld(WorldPlan plan) {
        keys = KeyServer.before(plan.hydraPort());
        world = World.prepare(plan
                .smd("openchami.auth.authority", keys.url().toString())
                .smd("openchami.auth.issuer", "http://127.0.0.1:" + plan.hydraPort())
                .smd("openchami.auth.keys.refresh", REFRESH.toSeconds() + "S")
                .smd("openchami.auth.keys.stale", STALE.toSeconds() + "S"));
    }

    /** smd runs, bss does not, and nothing is loaded. */
    static KeysWorld start() {
        KeysWorld started = new KeysWorld(WorldPlan.create());
        started.smd().start();
        started.smd().awaitReady();
        return started;
    }

    public World world() {
        return world;
    }

    public RunningService smd() {
        return world.smd();
    }

    /** Where smd reads Hydra's keys; there is no other way from it to Hydra. */
    public KeyServer keys() {
        return keys;
    }

    @Override
    public void close() {
        world.close();
        keys.close();
    }
}
