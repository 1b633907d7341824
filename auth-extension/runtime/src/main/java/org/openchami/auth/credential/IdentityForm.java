package org.openchami.auth.credential;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.openchami.auth.secret.Json;
import org.openchami.auth.secret.Secret;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** How an identity is written down. */
final class IdentityForm {
    static final int SCHEMA = 2;

    private IdentityForm() {}

    static JsonObject write(StoredIdentity identity) {
        KeyRing ring = identity.keys();
        JsonObject keys = new JsonObject().put("since", ring.since().toString()).put("current", jwk(ring.current()));
        ring.next().ifPresent(key -> keys.put("next", jwk(key)));
        ring.previous().ifPresent(key -> keys.put("previous", jwk(key)));
        JsonObject json = new JsonObject().put("schema", SCHEMA).put("instance", identity.instance()).put("keys", keys);
        identity.secret().ifPresent(secret -> {
            JsonObject part = new JsonObject().put("value", secret.value().reveal()).put("since", secret.since().toString());
            secret.expiresAt().ifPresent(end -> part.put("expires_at", end.toString()));
            json.put("secret", part);
        });
        identity.client().ifPresent(client -> json.put("client", client(client)));
        identity.former().ifPresent(client -> json.put("former", client(client)));
        identity.refresh().successor().ifPresent(token -> json.put("refresh_token", token.reveal()));
        identity.refresh().spent().ifPresent(hash -> json.put("refresh_token_spent", hash));
        return json.put("orphans", new JsonArray(identity.orphans()));
    }

    private static JsonObject client(StoredClient client) {
        JsonObject part = new JsonObject().put("client_id", client.id()).put("updating", client.updating());
        client.acknowledged().ifPresent(text -> part.put("acknowledged", text));
        client.registrationAccessToken().ifPresent(token -> part.put("registration_access_token", token.reveal()));
        return part;
    }

    private static Optional<StoredClient> client(JsonObject json, String name) {
        return Optional.ofNullable(json.getJsonObject(name))
                .map(part -> new StoredClient(Optional.of(part.getString("client_id")).get(), text(part, "acknowledged"),
                        text(part, "registration_access_token").map(Secret::of), part.getBoolean("updating")));
    }

    private static JsonObject jwk(SigningKey key) {
        return Json.object(key.privateJwk().reveal());
    }

    /** Fails with one of several runtime exceptions if this is no whole identity. */
    static StoredIdentity read(JsonObject json) {
        JsonObject keys = json.getJsonObject("keys");
        return new StoredIdentity(Optional.of(json.getString("instance")).get(),
                new KeyRing(key(keys, "current").orElseThrow(), Instant.parse(keys.getString("since")), key(keys, "next"),
                        key(keys, "previous")),
                Optional.ofNullable(json.getJsonObject("secret"))
                        .map(part -> new ClientSecret(Secret.of(part.getString("value")), Instant.parse(part.getString("since")),
                                text(part, "expires_at").map(Instant::parse))),
                client(json, "client"), client(json, "former"),
                new StoredRefresh(text(json, "refresh_token").map(Secret::of), text(json, "refresh_token_spent")),
                json.getJsonArray("orphans").stream().map(String.class::cast).toList());
    }

    /**
     * What the version before wrote: a key that proves us and the client it is registered with. The installation is named for its key, so that it has one
     * name however often it is read.
     *
     * @param written when; the key is not younger
     */
    static StoredIdentity readFirst(JsonObject json, Instant written) {
        SigningKey key = key(json, "key").orElseThrow();
        StoredClient client = new StoredClient(Optional.of(json.getString("client_id")).get(), text(json, "registered"), Optional.empty(),
                false);
        return new StoredIdentity(UUID.nameUUIDFromBytes(key.kid().getBytes(StandardCharsets.US_ASCII)).toString(),
                KeyRing.of(key, written), Optional.empty(), Optional.of(client), Optional.empty(), StoredRefresh.NONE, List.of());
    }

    private static Optional<SigningKey> key(JsonObject json, String name) {
        return Optional.ofNullable(json.getJsonObject(name)).map(jwk -> SigningKey.of(jwk.getMap()));
    }

    private static Optional<String> text(JsonObject json, String name) {
        return Optional.ofNullable(json.getString(name));
    }
}
