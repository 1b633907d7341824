package org.openchami.auth.registration;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.openchami.auth.config.OwnClientConfig.Authentication;
import org.openchami.auth.registration.Registrar.Change;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Our registration as it is sent (RFC 7591 section 2): made anew, or laid over what the authority has, so that what others added to it stays. */
final class ClientDocument {
    /** What an authority answers and does not take back, and what no client has that only asks for tokens of its own. */
    private static final List<String> NEVER_SENT = List.of("client_secret", "client_secret_expires_at", "client_id_issued_at", "created_at",
            "updated_at", "registration_access_token", "registration_client_uri", "redirect_uris", "response_types");
    private static final String GRANT = "client_credentials";
    private static final String OWNER = "openchami-auth/";

    private ClientDocument() {}

    static String owner(String service) {
        return OWNER + service;
    }

    /** A new client, without an id: who may choose it adds it. */
    static JsonObject fresh(ClientMetadata metadata, String service) {
        return over(new JsonObject(), metadata, service, Change.CONFIGURATION);
    }

    /** @param there the client as the authority shows it */
    static JsonObject over(JsonObject there, ClientMetadata metadata, String service, Change change) {
        JsonObject next = sendable(there);
        boolean exactly = change == Change.CONFIGURATION;
        next.put("client_name", next.getString("client_name", service)).put("owner", next.getString("owner", owner(service)))
                .put("grant_types", new JsonArray(List.copyOf(ours(exactly, Granted.words(there, "grant_types"), Set.of(GRANT)))))
                .put("scope", String.join(" ", ours(exactly, Granted.words(there, "scope"), metadata.scopes())))
                .put("audience", new JsonArray(List.copyOf(ours(exactly, Granted.words(there, "audience"), metadata.audiences()))))
                .put("token_endpoint_auth_method", metadata.authentication().name().toLowerCase(Locale.ROOT));
        if (metadata.authentication() == Authentication.PRIVATE_KEY_JWT) {
            next.put("token_endpoint_auth_signing_alg", metadata.keys().get(0).algorithm().name()).remove("jwks_uri");
        } else {
            next.remove("token_endpoint_auth_signing_alg");
        }
        return next;
    }

    /** What the authority shows, without what it does not take back. */
    static JsonObject sendable(JsonObject there) {
        JsonObject next = there.copy();
        NEVER_SENT.forEach(next::remove);
        List.copyOf(next.fieldNames()).stream().filter(name -> next.getValue(name) == null || "".equals(next.getValue(name)))
                .forEach(next::remove);
        return next;
    }

    private static Set<String> ours(boolean exactly, Collection<String> theirs, Set<String> ours) {
        return exactly ? ours : new TreeSet<>(Stream.concat(theirs.stream(), ours.stream()).toList());
    }
}
