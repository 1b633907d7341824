package org.openchami.auth.testing.authority;

import java.nio.file.Path;
import java.util.Optional;

import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.lang.JoseException;
import org.openchami.auth.testing.process.Folder;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Clients and keys over the end of the JVM: one file (0600), written whole at each change. Issued tokens are not kept. */
record Memory(Optional<Path> directory) {
    private static final String FILE = "authority.json";

    void keep(Clients clients, KeySets keys) {
        if (directory.isEmpty()) {
            return;
        }
        JsonArray keptClients = new JsonArray();
        clients.all().forEach(client -> keptClients.add(new JsonObject()
                .put("metadata", client.metadata())
                .put("secret", client.secret())
                .put("access_token", client.accessToken())));
        JsonObject keptKeys = new JsonObject();
        keys.names().forEach(set -> keptKeys.put(set, KeysApi.rendered(keys.find(set), OutputControlLevel.INCLUDE_PRIVATE)));
        folder().write(FILE, new JsonObject().put("clients", keptClients).put("keys", keptKeys).encode());
    }

    void recall(Clients clients, KeySets keys) {
        if (directory.isPresent()) {
            folder().read(FILE).map(JsonObject::new).ifPresent(kept -> recall(kept, clients, keys));
        }
    }

    private static void recall(JsonObject kept, Clients clients, KeySets keys) {
        for (Object each : kept.getJsonArray("clients")) {
            JsonObject client = (JsonObject) each;
            clients.restore(new Client(client.getJsonObject("metadata"), client.getString("secret"), client.getString("access_token")));
        }
        JsonObject sets = kept.getJsonObject("keys");
        for (String set : sets.fieldNames()) {
            try {
                keys.restore(set, KeysApi.read(sets.getJsonObject(set)));
            } catch (JoseException e) {
                throw new IllegalStateException("The kept keys of " + set + " can't be read", e);
            }
        }
    }

    private Folder folder() {
        return Folder.of(directory, "");
    }
}
