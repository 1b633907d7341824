package org.openchami.it.world;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.openchami.auth.testing.authority.Authority;
import org.openchami.auth.testing.authority.AuthorityOptions;
import org.openchami.auth.testing.fault.KeyServer;
import org.openchami.auth.testing.port.FreePort;
import org.openchami.auth.testing.process.Folder;

/**
 * smd, which trusts two authorities: Hydra, and one inside this JVM. Between each of them and smd is a server of its keys that may break in any way.
 * smd reads the keys often, trusts those that it has for a short time only, and lets few callers wait for others.
 */
public final class KeysWorld implements AutoCloseable {
    public static final Duration REFRESH = Duration.ofSeconds(1);
    public static final Duration STALE = Duration.ofSeconds(4);
    public static final int MAX_WAITING = 32;
    private static final Duration TOKENS_LIVE = Duration.ofMinutes(5);

    private final Folder folder = Folder.of(Optional.empty(), "openchami-second-");
    private final KeyServer keys;
    private final Authority second;
    private final KeyServer secondKeys;
    private final World world;

    private KeysWorld(WorldPlan plan) {
        int port = FreePort.next();
        String issuer = "http://127.0.0.1:" + port;
        second = Authority.start(
                new AuthorityOptions(port, FreePort.next(), issuer, TOKENS_LIVE, false, Optional.empty(), Clock.systemUTC()));
        secondKeys = KeyServer.before(port);
        keys = KeyServer.before(plan.hydraPort());
        folder.write("not-before", "");
        world = World.prepare(plan
                .smd("openchami.auth.authority", keys.url().toString())
                .smd("openchami.auth.issuer", "http://127.0.0.1:" + plan.hydraPort())
                .smd("openchami.auth.issuers.second.issuer", issuer)
                .smd("openchami.auth.issuers.second.keys-url", secondKeys.keys().toString())
                .smd("openchami.auth.issuers.second.not-before-file", folder.resolve("not-before").toString())
                .smd("openchami.auth.keys.refresh", REFRESH.toSeconds() + "S")
                .smd("openchami.auth.keys.stale", STALE.toSeconds() + "S")
                .smd("openchami.auth.keys.max-waiting", Integer.toString(MAX_WAITING)));
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

    /** The other authority; its issuer is its public URL. */
    public Authority second() {
        return second;
    }

    public KeyServer secondKeys() {
        return secondKeys;
    }

    /** What smd's file says of the second authority: an instant before which its tokens are worthless, or nothing. */
    public void secondNotBefore(String instant) {
        folder.write("not-before", instant);
    }

    @Override
    public void close() {
        world.close();
        keys.close();
        secondKeys.close();
        second.close();
        folder.discard();
    }
}
