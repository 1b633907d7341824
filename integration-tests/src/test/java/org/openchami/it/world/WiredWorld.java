package org.openchami.it.world;

import java.time.Duration;

import org.openchami.auth.testing.fault.TcpProxy;
import org.openchami.auth.testing.port.FreePort;

/** A world whose wires are tapped: what bss says to Hydra and to smd passes taps, and what both hear of Hydra passes one line. */
public final class WiredWorld implements AutoCloseable {
    /** Three quarters of it, when renewal comes, are a minute: that long a Hydra that is slow or silent must cost nobody anything. */
    private static final Duration TOKEN_LIFE = Duration.ofSeconds(80);
    private final TcpProxy line;
    private final HttpTap hydra;
    private final HttpTap hydraAdmin;
    private final HttpTap smd;
    private final World world;

    private WiredWorld(WorldPlan plan) {
        line = TcpProxy.start("127.0.0.1", plan.hydraPort());
        hydra = HttpTap.start(FreePort.next(), line.port());
        hydraAdmin = HttpTap.start(FreePort.next(), plan.hydraAdminPort());
        smd = HttpTap.start(FreePort.next(), plan.smdPort());
        String issuer = "http://127.0.0.1:" + plan.hydraPort();
        world = World.prepare(plan
                .both("openchami.auth.issuer", issuer)
                .both("openchami.auth.keys.refresh", "1S")
                .smd("openchami.auth.authority", "http://127.0.0.1:" + line.port())
                .bss("openchami.auth.authority", hydra.url())
                .bss("openchami.auth.registration.url", hydraAdmin.url())
                .bss("openchami.auth.registration.assertion-audience", issuer + "/oauth2/token")
                .bss("openchami.auth.peers.smd.url", smd.url())
                .bss("bss.nodes.ttl", "0s")
                .bss("bss.nodes.unknown-ttl", "0s"));
    }

    /** Hydra and PostgreSQL run; the services wait to be started. */
    public static WiredWorld prepare(Duration tokenLife) {
        return new WiredWorld(WorldPlan.create().tokensLive(tokenLife));
    }

    /** Everything runs, and the tutorial is loaded. */
    static WiredWorld start() {
        WiredWorld wired = prepare(TOKEN_LIFE);
        wired.world.startServices();
        wired.world.load();
        return wired;
    }

    public World world() {
        return world;
    }

    /** Between both services and Hydra's public API. */
    public TcpProxy line() {
        return line;
    }

    /** Between bss and Hydra's public API. */
    public HttpTap hydra() {
        return hydra;
    }

    /** Between bss and Hydra's admin API. */
    public HttpTap hydraAdmin() {
        return hydraAdmin;
    }

    /** Between bss and smd. */
    public HttpTap smd() {
        return smd;
    }

    @Override
    public void close() {
        world.close();
        smd.close();
        hydraAdmin.close();
        hydra.close();
        line.close();
    }
}
