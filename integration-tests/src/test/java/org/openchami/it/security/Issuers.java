package org.openchami.it.security;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.auth.testing.token.TokenForge;
import org.openchami.it.world.WorldPlan;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Authorities that smd trusts beside Hydra. They are nothing but a name, a key and the address where it is published. */
final class Issuers implements AutoCloseable {
    private final Map<String, KeyHost> hosts = new LinkedHashMap<>();
    private final Map<String, TokenForge> keys = new LinkedHashMap<>();
    private final Instant notBefore = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);

    private Issuers() {}

    /** @param ours a key of the main authority, whose id one of these issuers uses, too */
    static Issuers create(TokenForge ours) {
        Issuers issuers = new Issuers();
        issuers.add("twin", TokenForge.withNewEcKey().claimingKid(ours.kid()));
        issuers.add("solo", TokenForge.withNewEcKey());
        issuers.add("many", TokenForge.withNewEcKey(), TokenForge.withNewEcKey());
        issuers.add("strict", TokenForge.withNewRsaKey());
        issuers.add("typed", TokenForge.withNewEcKey());
        issuers.add("revoked", TokenForge.withNewEcKey());
        issuers.add("moving", TokenForge.withNewEcKey());
        return issuers;
    }

    private void add(String name, TokenForge... all) {
        keys.put(name, all[0]);
        hosts.put(name, KeyHost.start().publish(set(all)));
    }

    /** The public keys under the ids they claim, good for every algorithm of their kind. */
    static JsonArray set(TokenForge... all) {
        JsonArray set = new JsonArray();
        for (TokenForge key : all) {
            JsonObject jwk = Ring.jwk(key).put("kid", key.kid());
            jwk.remove("alg");
            set.add(jwk);
        }
        return set;
    }

    WorldPlan in(WorldPlan plan) {
        WorldPlan changed = plan;
        for (Map.Entry<String, KeyHost> host : hosts.entrySet()) {
            changed = changed.smd(key(host.getKey(), "issuer"), iss(host.getKey()))
                    .smd(key(host.getKey(), "keys-url"), host.getValue().url().toString());
        }
        return changed.smd(key("solo", "kid-optional"), "true")
                .smd(key("many", "kid-optional"), "true")
                .smd(key("strict", "algorithms"), "RS256")
                .smd(key("typed", "profile"), "rfc9068")
                .smd(key("revoked", "not-before"), notBefore.toString());
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

    /** Its first key. */
    TokenForge keyOf(String name) {
        return keys.get(name);
    }

    /** The tokens of the issuer {@code revoked} count if they were issued then or later. */
    Instant notBefore() {
        return notBefore;
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
