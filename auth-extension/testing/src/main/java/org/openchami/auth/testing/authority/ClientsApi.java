package org.openchami.auth.testing.authority;

import java.util.List;
import java.util.UUID;

import io.netty.handler.codec.http.QueryStringEncoder;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Hydra's admin API for clients: {@code /admin/clients}. It asks nobody for credentials. */
record ClientsApi(Clients clients, String publicUrl) {
    void addTo(Routes routes) {
        routes.on("POST", "/admin/clients", this::create)
                .on("GET", "/admin/clients", this::list)
                .on("GET", "/admin/clients/{id}", request -> shown(clients.get(request.variable("id"))))
                .on("PUT", "/admin/clients/{id}", this::replace)
                .on("PATCH", "/admin/clients/{id}", this::patch)
                .on("PUT", "/admin/clients/{id}/lifespans", this::lifespans)
                .on("DELETE", "/admin/clients/{id}", this::delete);
    }

    private Reply create(Request request) {
        JsonObject sent = request.json();
        String chosen = sent.getString("client_id", "");
        Client made = clients.add(sent, chosen.isEmpty() ? UUID.randomUUID().toString() : chosen);
        JsonObject answer = made.metadata().copy()
                .put("registration_access_token", made.accessToken())
                // the id that Hydra chose itself is missing here
                .put("registration_client_uri", publicUrl + "/oauth2/register/" + chosen);
        if (!made.isPublic()) {
            answer.put("client_secret", made.secret());
        }
        return Reply.json(201, answer).with("Location", "/admin/clients/" + made.id());
    }

    private Reply list(Request request) {
        int size = request.query("page_size").isEmpty() ? 250 : Integer.parseInt(request.query("page_size"));
        int start = request.query("page_token").isEmpty() ? 0 : Integer.parseInt(request.query("page_token"));
        List<Client> matching = clients.all().stream().filter(client -> isOrAny(client, "client_name", request)
                && isOrAny(client, "owner", request)).toList();
        JsonArray page = new JsonArray();
        matching.stream().skip(start).limit(size).forEach(client -> page.add(ClientMetadata.stored(client.metadata())));
        Reply reply = Reply.json(200, page).with("X-Total-Count", Integer.toString(clients.all().size()));
        if (start + size >= matching.size()) {
            return reply;
        }
        QueryStringEncoder next = new QueryStringEncoder("/admin/clients");
        next.addParam("page_size", Integer.toString(size));
        next.addParam("page_token", Integer.toString(start + size));
        return reply.with("Link", "<" + next + ">; rel=\"next\"");
    }

    private Reply replace(Request request) {
        JsonObject sent = request.json();
        // Hydra's admin PUT loses the registration access token
        Client changed = clients.replace(clients.get(request.variable("id")), sent, "");
        JsonObject answer = changed.metadata().copy();
        if (sent.containsKey("client_secret")) {
            answer.put("client_secret", sent.getString("client_secret"));
        }
        return Reply.json(200, answer);
    }

    private Reply patch(Request request) {
        Client old = clients.get(request.variable("id"));
        JsonObject changed = JsonPatch.apply(request.array(), ClientMetadata.stored(old.metadata()));
        if (!old.id().equals(changed.getString("client_id"))) {
            throw Refusal.noSuchResource();
        }
        return shown(clients.replace(old, changed, old.accessToken()));
    }

    private Reply lifespans(Request request) {
        Client old = clients.get(request.variable("id"));
        JsonObject sent = request.json();
        JsonObject changed = old.metadata().copy();
        ClientMetadata.LIFESPANS.forEach(name -> changed.put(name, sent.getString(name)));
        return shown(clients.replace(old, changed, old.accessToken()));
    }

    private Reply delete(Request request) {
        clients.remove(request.variable("id"));
        return Reply.noContent();
    }

    private static Reply shown(Client client) {
        return Reply.json(200, ClientMetadata.stored(client.metadata()));
    }

    private static boolean isOrAny(Client client, String name, Request request) {
        return request.query(name).isEmpty() || request.query(name).equals(client.metadata().getString(name));
    }
}
