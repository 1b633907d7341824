package org.openchami.auth.registration;

import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.KeyAlgorithm;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.testing.hydra.Hydra;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A service that nobody knows yet, and a Hydra that knows others. */
@ExtendWith(OpenHydra.class)
abstract class OnHydra {
    final String service = "service-" + UUID.randomUUID();
    Hydra hydra;
    private Vertx vertx;

    @BeforeEach
    final void begin(Hydra open) {
        hydra = open;
        vertx = Vertx.vertx();
    }

    @AfterEach
    final void end() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    final Party party(Settings settings, StoredIdentity identity) {
        return new Party(vertx, hydra, settings, identity);
    }

    /** An instance with a key and a store of its own. */
    final Party instance(String name, String... pairs) {
        return party(Party.admin(hydra, service, pairs), Identities.keyed(name, service));
    }

    final Party secretInstance(String name, String authentication, String secret) {
        return party(Party.admin(hydra, service, "openchami.auth.client.authentication", authentication),
                Identities.secret(name, service, secret));
    }

    final Party dynamic(String... pairs) {
        return party(Party.dynamic(hydra, service, pairs), Identities.keyed("one", service));
    }

    static StoredIdentity withKey(StoredIdentity identity, KeyAlgorithm algorithm) {
        return Identities.keyed(identity.instance(), identity.client().orElseThrow().id(), SigningKey.generate(algorithm));
    }

    /** What an administrator does: takes what is there, changes it and puts it back. */
    static void adminPuts(Party party, JsonObject changes) {
        JsonObject client = party.seen().mergeIn(changes);
        if (client.getJsonObject("jwks").isEmpty()) {
            client.remove("jwks");
        }
        party.adminCall().json("PUT", client).expect(200, "PUT client");
    }

    static JsonObject someKeys() {
        return new JsonObject().put("jwks", new JsonObject().put("keys", new JsonArray().add(SigningKey.generate().publicJwk())));
    }
}
