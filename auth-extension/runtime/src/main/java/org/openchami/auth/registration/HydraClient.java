package org.openchami.auth.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.openchami.auth.config.OwnClientConfig.Authentication;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.registration.Registrar.Change;

import io.vertx.core.json.JsonObject;

/**
 * A client of ours as Hydra's admin API shows and takes it. What only we need to know stands in its {@code metadata}, which no token holds:
 *
 * <pre>
 * "metadata": {"openchami": {"service", "instance" (that made it), "created", "instances": {instance: [key ids]}, "secret_by": instance}}
 * </pre>
 */
record HydraClient(JsonObject json) {
    private static final String OURS = "openchami";
    private static final String SECRET_BY = "secret_by";

    static JsonObject create(ClientMetadata metadata, StoredIdentity identity, String service, Instant now) {
        return new HydraClient(new JsonObject()).changed(metadata, identity, service, Change.CONFIGURATION, now)
                .put("client_id", metadata.clientId());
    }

    /** The whole body of a PUT. */
    JsonObject changed(ClientMetadata metadata, StoredIdentity identity, String service, Change change, Instant now) {
        JsonObject next = ClientDocument.over(json, metadata, service, change);
        SharedKeys keys = keys().with(identity.instance(), metadata.keys());
        keys(next, keys);
        JsonObject ours = openchami().copy();
        ours.put("service", service).put("instance", ours.getString("instance", identity.instance()))
                .put("created", ours.getString("created", now.toString())).put("instances", keys.instances()).remove(SECRET_BY);
        if (metadata.authentication() != Authentication.PRIVATE_KEY_JWT) {
            identity.secret().ifPresent(secret -> next.put("client_secret", secret.value().reveal()));
            ours.put(SECRET_BY, identity.instance());
        }
        return next.put("metadata", metadata(json).copy().put(OURS, ours));
    }

    /** The body of a PUT that takes the keys of this instance away and leaves the rest. */
    JsonObject without(String instance) {
        JsonObject next = ClientDocument.sendable(json);
        SharedKeys left = keys().with(instance, List.of());
        keys(next, left);
        return next.put("metadata", metadata(json).copy().put(OURS, openchami().copy().put("instances", left.instances())));
    }

    /** Hydra takes one of the two, and shows an empty set where there is none. */
    private static void keys(JsonObject client, SharedKeys keys) {
        client.remove("jwks");
        if (!keys.keys().isEmpty() && !client.containsKey("jwks_uri")) {
            client.put("jwks", keys.jwks());
        }
    }

    /** Whether all of this is there, and proves this instance. */
    boolean holds(ClientMetadata metadata, StoredIdentity identity) {
        boolean proven = metadata.authentication() == Authentication.PRIVATE_KEY_JWT
                ? keys().holds(metadata.keys())
                : secretBy().filter(identity.instance()::equals).isPresent();
        return proven && Granted.words(json, "grant_types").containsAll(metadata.grants())
                && Granted.words(json, "scope").containsAll(metadata.scopes())
                && Granted.words(json, "audience").containsAll(metadata.audiences());
    }

    /** Whether another instance proves itself as this client. */
    boolean sharedBeyond(String instance) {
        return keys().sharedBeyond(instance) || secretBy().filter(by -> !by.equals(instance)).isPresent();
    }

    SharedKeys keys() {
        return SharedKeys.of(json, openchami());
    }

    /** A member that is a text; empty where there is none. */
    String text(String name) {
        return Granted.text(json, name).orElse("");
    }

    /** Which instance set the secret; empty if none of ours did. */
    Optional<String> secretBy() {
        return Granted.text(openchami(), SECRET_BY);
    }

    private JsonObject openchami() {
        return metadata(json).getValue(OURS) instanceof JsonObject ours ? ours : new JsonObject();
    }

    private static JsonObject metadata(JsonObject client) {
        return client.getValue("metadata") instanceof JsonObject metadata ? metadata : new JsonObject();
    }
}
