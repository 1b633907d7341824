package org.openchami.it.security;

import java.util.LinkedHashMap;
import java.util.Map;

import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.auth.testing.token.TokenForge;
import org.openchami.it.world.WorldPlan;

/** Authorities that smd trusts beside Hydra. They are nothing but a name and an address of keys. */
final class Issuers implements AutoCloseable {
    private final Map<String, KeyHost> hosts = new LinkedHashMap<>();

    private Issuers() {}

    static Issuers create() {
        Issuers issuers = new Issuers();
        for (String name : new String[]{"moving", "twin", "solo", "many", "late", "strict", "typed", "keycloak"}) {
            issuers.hosts.put(name, KeyHost.start());
        }
        return issuers;
    }

    WorldPlan in(WorldPlan plan) {
        WorldPlan changed = plan;
        for (Map.Entry<String, KeyHost> host : hosts.entrySet()) {
            changed = changed.smd(key(host.getKey(), "issuer"), iss(host.getKey()))
                    .smd(key(host.getKey(), "keys-url"), host.getValue().url().toString());
        }
        return changed.smd(key("solo", "kid-optional"), "true").smd(key("many", "kid-optional"), "true")
                .smd(key("strict", "algorithms"), "RS256").smd(key("typed", "profile"), "rfc9068")
                .smd(key("keycloak", "profile"), "keycloak");
    }

    private static String key(String name, String what) {
        return "openchami.auth.issuers." + name + "." + what;
    }

    static String iss(String name) {
        return "https://" + name + ".example.org/realm";
    }

    /** Where its keys are. */
    KeyHost host(String name) {
        return hosts.get(name);
    }

    /** A good token of that issuer. */
    static Draft token(String name, TokenForge key) {
        return Draft.of(key, TokenClaims.of(iss(name)).scopes("smd.read"));
    }

    @Override
    public void close() {
        hosts.values().forEach(KeyHost::close);
    }
}
