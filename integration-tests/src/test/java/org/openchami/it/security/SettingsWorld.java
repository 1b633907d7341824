package org.openchami.it.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.auth.testing.token.TokenForge;
import org.openchami.it.refusal.CallContexts;
import org.openchami.it.world.PlayedService;
import org.openchami.it.world.World;
import org.openchami.it.world.WorldPlan;

/** smd as it is packaged, with what the {@link SecurityWorld}'s leaves as it is by default: a proxy, rules for its clients, and for some routes. */
final class SettingsWorld implements AutoCloseable {
    static final String PROVEN = "/hsm/v2/Inventory/EthernetInterfaces";
    static final String CERTIFIED = "/hsm/v2/Inventory/RedfishEndpoints";
    static final String KEYCLOAK = "https://keycloak.example.org/realms/hpc";
    private static final String BOTH = "smd.read,smd.write";

    private final KeyHost keys = KeyHost.start();
    private final KeyHost keycloakKeys = KeyHost.start();
    private final TokenForge key = TokenForge.withNewEcKey();
    private final TokenForge keycloak = TokenForge.withNewEcKey();
    private final Map<String, PlayedService> services = new LinkedHashMap<>();
    private final World world;
    private WorldPlan plan = WorldPlan.create();

    private SettingsWorld() {
        keys.publish(Issuers.set(key));
        keycloakKeys.publish(Issuers.set(keycloak));
        client("writer", BOTH);
        client("reader", BOTH);
        set("clients.reader.access", "read");
        client("pinned", BOTH);
        set("clients.pinned.key-thumbprints", services.get("pinned").thumbprint());
        client("mispinned", BOTH);
        set("clients.mispinned.key-thumbprints", PlayedService.withNewKey("mispinned").thumbprint());
        client("near", BOTH);
        set("clients.near.addresses", "here");
        client("remote", BOTH);
        set("clients.remote.addresses", "field");
        client("batch", BOTH);
        set("clients.batch.issuer", "keycloak");
        set("networks.here", "127.0.0.0/8,::1/128");
        set("networks.field", "198.51.100.0/24");
        set("trusted-proxies", "127.0.0.1/32");
        set("unknown-clients", "allow-without-scopes");
        set("keys.url", keys.url().toString());
        set("issuers.keycloak.issuer", KEYCLOAK);
        set("issuers.keycloak.keys-url", keycloakKeys.url().toString());
        set("issuers.keycloak.profile", "keycloak");
        set("issuers.keycloak.max-lifetime", "10M");
        set("resource", "http://127.0.0.1:" + plan.smdPort());
        set("routes.proven.paths", PROVEN);
        set("routes.proven.proof", "any");
        set("routes.certified.paths", CERTIFIED);
        set("routes.certified.proof", "certificate");
        world = World.prepare(plan);
    }

    private void client(String id, String scopes) {
        PlayedService service = PlayedService.withNewKey(id);
        services.put(id, service);
        set("clients." + id + ".jwks", service.publish());
        set("clients." + id + ".scopes", scopes);
        set("clients." + id + ".origins", "node,service,unknown");
    }

    private void set(String name, String value) {
        plan = plan.smd("openchami.auth." + name, value);
    }

    static SettingsWorld start() {
        SettingsWorld started = new SettingsWorld();
        started.world.smd().start();
        started.world.smd().awaitReady();
        return started;
    }

    Call call(String path) {
        return Call.to(world.smd().url(), path);
    }

    /** A call of that service, with its token and a context that it signed itself. */
    Call callOf(String id, String path) {
        String token = token(id);
        return call(path).header("Authorization", "Bearer " + token).header("Call-Context", context(id, token));
    }

    String context(String id, String token) {
        return services.get(id).sign(CallContexts.TYPE, CallContexts.good(services.get(id), token));
    }

    /** The service's own token, with all scopes that smd has. */
    String token(String id) {
        return user().claim("sub", Draft.quoted(id)).claim("client_id", Draft.quoted(id)).claim("scp", "[\"smd.read\",\"smd.write\"]")
                .sign();
    }

    /** A good token of a user, who may read. */
    Draft user() {
        return Draft.of(key, TokenClaims.of(world.hydra().issuer()).scopes("smd.read"));
    }

    /** A good token of a user, as Keycloak writes it. */
    Draft keycloakUser() {
        TokenClaims claims = TokenClaims.of(KEYCLOAK).without("client_id").without("scp").without("ext").with("typ", "Bearer")
                .with("azp", "portal").with("preferred_username", "alice").with("scope", "openid smd.read")
                .with("realm_access", Map.of("roles", List.of("operators")));
        return Draft.of(keycloak, claims);
    }

    World world() {
        return world;
    }

    @Override
    public void close() {
        world.close();
        services.values().forEach(PlayedService::close);
        keycloakKeys.close();
        keys.close();
    }
}
