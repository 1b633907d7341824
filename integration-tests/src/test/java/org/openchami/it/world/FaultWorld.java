package org.openchami.it.world;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.openchami.auth.testing.fault.HttpWire;
import org.openchami.auth.testing.hydra.Hydra;
import org.openchami.auth.testing.port.FreePort;
import org.openchami.auth.testing.postgres.Postgres;

/**
 * A world in which Hydra may break in any way: its PostgreSQL is its own, and its connections are few. Beside bss, which registers itself
 * through the admin API, runs a second bss, the guest, to which the admin API is closed: it registers itself at the public one (RFC 7591).
 * What the two say to Hydra is noted on the wire.
 * Whoever asks for the script of {@link #SUSPECT} makes smd refuse the token of the service that was asked, which then wants another at once.
 */
public final class FaultWorld implements AutoCloseable {
    /** The first of a process is renewed after 10 s to 32 s, all others after 30 s to 32 s; each is given away for 36 s. */
    public static final Duration TOKEN_LIFE = Duration.ofSeconds(40);
    /** Enough for two services and their tests, and few enough for other clients to use up. */
    public static final int CONNECTIONS = 8;

    /** A node's MAC. */
    public static final String SUSPECT = "52:54:00:cc:00:01";

    /** The length of a UUID. */
    private static final int MADE_BY_HYDRA = 36;

    private final Postgres postgres = Postgres.start();
    private final HttpWire bssAtPublic;
    private final HttpWire bssAtAdmin;
    private final HttpWire guestAtPublic;
    private final HttpTap smd;
    private final World world;
    private final RunningService guest;

    private FaultWorld(WorldPlan plan) {
        bssAtPublic = HttpWire.before(plan.hydraPort());
        bssAtAdmin = HttpWire.before(plan.hydraAdminPort());
        guestAtPublic = HttpWire.before(plan.hydraPort());
        smd = HttpTap.start(FreePort.next(), plan.smdPort());
        smd.refuse(request -> SUSPECT.equals(request.getParam("MACAddress")));
        String issuer = "http://127.0.0.1:" + plan.hydraPort();
        WorldPlan wired = plan
                .hydra(options -> options.withPostgres(postgres).withRegistration().withMaxConnections(CONNECTIONS)
                        .withAccessTokenLifespan(TOKEN_LIFE))
                .bss("openchami.auth.issuer", issuer)
                .bss("openchami.auth.registration.assertion-audience", issuer + "/oauth2/token")
                .bss("openchami.auth.authority", bssAtPublic.url().toString())
                .bss("openchami.auth.registration.url", bssAtAdmin.url().toString())
                .bss("openchami.auth.peers.smd.url", smd.url())
                .bss("bss.nodes.ttl", "0s")
                .bss("bss.nodes.unknown-ttl", "0s")
                .bss("bss.nodes.failure-pause", "0s");
        world = World.prepare(wired);
        guest = world.anotherBss(wired.bssPort(FreePort.next())
                .bss("openchami.auth.authority", guestAtPublic.url().toString())
                .bss("openchami.auth.registration.kind", "dynamic")
                .bss("openchami.auth.registration.url", guestAtPublic.url() + "/oauth2/register"));
    }

    /** Everything runs, and the tutorial is loaded. */
    static FaultWorld start() {
        FaultWorld started = new FaultWorld(WorldPlan.create());
        started.guest.start();
        started.world.startServices();
        started.guest.awaitReady();
        started.world.load();
        return started;
    }

    /** Both services have been started for the first time, with these settings beside their own; Hydra must be well. */
    public void beginAnew(Map<String, String> settings) {
        List<RunningService> services = List.of(bss(), guest);
        services.forEach(RunningService::kill);
        hydra().clientIds().stream().filter(id -> id.equals("bss") || id.length() == MADE_BY_HYDRA).forEach(hydra()::deleteClient);
        for (RunningService service : services) {
            service.loseState();
            service.configure(settings);
            service.start();
        }
        services.forEach(RunningService::awaitReady);
    }

    public World world() {
        return world;
    }

    public Hydra hydra() {
        return world.hydra();
    }

    public RunningService bss() {
        return world.bss();
    }

    public RunningService guest() {
        return guest;
    }

    /** Between bss and Hydra's public API. */
    public HttpWire bssAtPublic() {
        return bssAtPublic;
    }

    /** Between bss and Hydra's admin API. */
    public HttpWire bssAtAdmin() {
        return bssAtAdmin;
    }

    /** Between both and smd. */
    public HttpTap smd() {
        return smd;
    }

    /** Between the guest and Hydra's public API; there is no other way from it to Hydra. */
    public HttpWire guestAtPublic() {
        return guestAtPublic;
    }

    @Override
    public void close() {
        guest.close();
        world.close();
        smd.close();
        guestAtPublic.close();
        bssAtAdmin.close();
        bssAtPublic.close();
        postgres.close();
    }
}
