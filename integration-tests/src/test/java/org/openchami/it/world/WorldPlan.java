package org.openchami.it.world;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.openchami.auth.testing.hydra.Hydra;
import org.openchami.auth.testing.hydra.HydraOptions;
import org.openchami.auth.testing.port.FreePort;

/**
 * What a {@link World} is to be like. Its ports are chosen with it, so that proxies can be put between its parts before they start.
 *
 * @param hydra its ports, token lifespan and signing algorithm; the PostgreSQL is the world's
 * @param smd what smd's configuration file says beside the addresses
 * @param bss what bss's configuration file says beside the addresses
 * @param jvm the options of the services' JVMs
 */
public record WorldPlan(HydraOptions hydra, int smdPort, int bssPort, Map<String, String> smd, Map<String, String> bss, List<String> jvm) {
    /** Start-up counts here, not throughput. */
    private static final List<String> QUICK_START = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    public WorldPlan {
        smd = Map.copyOf(smd);
        bss = Map.copyOf(bss);
        jvm = List.copyOf(jvm);
    }

    /** Free ports, everything else as the products have it. */
    public static WorldPlan create() {
        HydraOptions hydra = HydraOptions.defaults().withPorts(FreePort.next(), FreePort.next());
        return new WorldPlan(hydra, FreePort.next(), FreePort.next(), Map.of(), Map.of(), QUICK_START);
    }

    public WorldPlan tokensLive(Duration lifespan) {
        return hydra(options -> options.withAccessTokenLifespan(lifespan));
    }

    public WorldPlan hydra(UnaryOperator<HydraOptions> change) {
        return new WorldPlan(change.apply(hydra), smdPort, bssPort, smd, bss, jvm);
    }

    WorldPlan bssPort(int port) {
        return new WorldPlan(hydra, smdPort, port, smd, bss, jvm);
    }

    /** For smd alone. */
    public WorldPlan smd(String key, String value) {
        return new WorldPlan(hydra, smdPort, bssPort, with(smd, key, value), bss, jvm);
    }

    /** For bss alone. */
    public WorldPlan bss(String key, String value) {
        return new WorldPlan(hydra, smdPort, bssPort, smd, with(bss, key, value), jvm);
    }

    public WorldPlan both(String key, String value) {
        return smd(key, value).bss(key, value);
    }

    public WorldPlan jvm(String... options) {
        return new WorldPlan(hydra, smdPort, bssPort, smd, bss, List.of(options));
    }

    public int hydraPort() {
        return hydra.publicPort().orElseThrow();
    }

    public int hydraAdminPort() {
        return hydra.adminPort().orElseThrow();
    }

    Map<String, String> smdSettings(Hydra authority) {
        Map<String, String> values = new TreeMap<>(Map.of(
                "openchami.auth.authority", authority.issuer(),
                "openchami.auth.clients.bss.jwks", "http://127.0.0.1:" + bssPort + "/q/auth/jwks.json",
                "openchami.auth.clients.bss.scopes", "smd.read",
                "openchami.auth.clients.bss.origins", "node,service,unknown"));
        values.putAll(smd);
        return values;
    }

    Map<String, String> bssSettings(Hydra authority) {
        Map<String, String> values = new TreeMap<>(Map.of(
                "openchami.auth.authority", authority.issuer(),
                "openchami.auth.registration.url", authority.adminUrl().toString(),
                "openchami.auth.peers.smd.url", "http://127.0.0.1:" + smdPort,
                "openchami.auth.trusted-proxies", "127.0.0.1/32"));
        values.putAll(bss);
        return values;
    }

    private static Map<String, String> with(Map<String, String> values, String key, String value) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.put(key, value);
        return changed;
    }
}
