package org.openchami.auth.testing.authority;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.vertx.core.json.JsonObject;

/** The registered clients, and how they come, change and go. */
final class Clients {
    private final Map<String, Client> clients = new LinkedHashMap<>();
    private final AccessTokens tokens;
    private final Clock clock;
    private final Runnable changed;

    Clients(AccessTokens tokens, Clock clock, Runnable changed) {
        this.tokens = tokens;
        this.clock = clock;
        this.changed = changed;
    }

    Collection<Client> all() {
        return List.copyOf(clients.values());
    }

    Optional<Client> find(String id) {
        return Optional.ofNullable(clients.get(id));
    }

    Client get(String id) {
        return find(id).orElseThrow(Refusal::noSuchResource);
    }

    Client add(JsonObject sent, String id) {
        Instant now = clock.instant();
        JsonObject metadata = ClientMetadata.complete(sent, id, now, now);
        if (clients.containsKey(id)) {
            throw Refusal.exists();
        }
        String secret = sent.getString("client_secret", "");
        boolean isPublic = metadata.getString("token_endpoint_auth_method").equals("none");
        return keep(
                new Client(metadata, isPublic || !secret.isEmpty() ? secret : Words.random("").substring(0, 26), Words.random("ory_at_")));
    }

    /** All metadata as sent; the secret stays unless another one is sent. */
    Client replace(Client old, JsonObject sent, String accessToken) {
        Instant created = Instant.parse(old.metadata().getString("created_at"));
        JsonObject metadata = ClientMetadata.complete(sent, old.id(), created, clock.instant());
        String secret = sent.getString("client_secret", "");
        return keep(new Client(metadata, secret.isEmpty() ? old.secret() : secret, accessToken));
    }

    void remove(String id) {
        get(id);
        clients.remove(id);
        changed.run();
        tokens.revokeAllOf(id);
    }

    void clear() {
        clients.clear();
    }

    /** From an earlier life, as it was. */
    void restore(Client client) {
        clients.put(client.id(), client);
    }

    private Client keep(Client client) {
        clients.put(client.id(), client);
        changed.run();
        return client;
    }
}
