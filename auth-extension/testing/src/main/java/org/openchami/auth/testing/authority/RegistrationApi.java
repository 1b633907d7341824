package org.openchami.auth.testing.authority;

import java.util.UUID;

import io.vertx.core.json.JsonObject;

/** Dynamic client registration and management (RFC 7591, RFC 7592) at {@code /oauth2/register}, open to anyone where enabled. */
record RegistrationApi(Clients clients, String publicUrl, boolean enabled) {
    private static final String NO_OWN_SECRET = "It is not allowed to choose your own OAuth2 Client secret.";

    void addTo(Routes routes) {
        routes.on("POST", "/oauth2/register", this::register)
                .on("GET", "/oauth2/register/{id}", this::read)
                .on("PUT", "/oauth2/register/{id}", this::replace)
                .on("DELETE", "/oauth2/register/{id}", this::delete);
    }

    private Reply register(Request request) {
        requireEnabled();
        JsonObject sent = request.json();
        if (sent.containsKey("client_secret")) {
            throw Refusal.of(400, Refusal.MALFORMED, NO_OWN_SECRET);
        }
        refuseReserved(sent);
        String id = UUID.randomUUID().toString();
        Client made = clients.add(sent, id);
        JsonObject answer = made.metadata().copy()
                .put("registration_access_token", made.accessToken())
                .put("registration_client_uri", publicUrl + "/oauth2/register/" + id);
        if (!made.isPublic()) {
            answer.put("client_secret", made.secret());
        }
        return Reply.json(201, answer).with("Location", "/admin/clients/" + id);
    }

    private Reply read(Request request) {
        JsonObject shown = ClientMetadata.stored(authorized(request).metadata());
        shown.remove("metadata");
        return Reply.json(200, shown);
    }

    private Reply replace(Request request) {
        Client old = authorized(request);
        JsonObject sent = request.json();
        if (sent.containsKey("client_secret")) {
            throw Refusal.of(403, "The requested action was forbidden", NO_OWN_SECRET);
        }
        refuseReserved(sent);
        Client changed = clients.replace(old, sent, Words.random("ory_at_"));
        return Reply.json(200, changed.metadata().copy().put("registration_access_token", changed.accessToken()));
    }

    private Reply delete(Request request) {
        clients.remove(authorized(request).id());
        return Reply.noContent();
    }

    private Client authorized(Request request) {
        requireEnabled();
        return clients.find(request.variable("id"))
                .filter(client -> !client.accessToken().isEmpty() && client.accessToken().equals(request.bearer()))
                .orElseThrow(() -> Refusal.of(401, "The request could not be authorized",
                        "The requested OAuth 2.0 client does not exist or you provided incorrect credentials."));
    }

    private void requireEnabled() {
        if (!enabled) {
            throw Refusal.of(404, "The requested resource could not be found", "Dynamic registration is not enabled.");
        }
    }

    private static void refuseReserved(JsonObject sent) {
        if (sent.containsKey("metadata")) {
            throw OAuthError.INVALID_CLIENT_METADATA.because("'metadata' cannot be set for dynamic client registration");
        }
        if (sent.containsKey("access_token_strategy")) {
            throw Refusal.of(400, Refusal.MALFORMED, "It is not allowed to choose your own access token strategy.");
        }
        for (String name : new String[]{"skip_consent", "skip_logout_consent"}) {
            if (Boolean.TRUE.equals(sent.getValue(name))) {
                throw Refusal.of(400, "invalid_request", "'" + name + "' cannot be set for dynamic client registration");
            }
        }
    }
}
