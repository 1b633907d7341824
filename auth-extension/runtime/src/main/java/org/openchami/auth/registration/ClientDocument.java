package org.openchami.auth.registration;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.openchami.auth.config.OwnClientConfig.Authentication;
import org.openchami.auth.registration.Registrar.Change;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Our registration as it is sent (RFC 7591 section 2): made anew, or laid over what the authority has, so that what others added to it stays. */
final class ClientDocument {
    /** What an authority answers and does not take back. */
    private static final List<String> NEVER_SENT = List.of("client_secret", "client_secret_expires_at", "client_id_issued_at", "created_at",
            "updated_at", "registration_access_token", "registration_client_uri");
    /** What no client has that only asks for tokens of its own. */
    private static final List<String> OF_A_LOGIN = List.of("redirect_uris", "response_types");
    private static final String OWNER = "openchami-auth/";

    private ClientDocument() {}

    static String owner(String service) {
        return OWNER + service;
    }

    /** A new client, without an id: who may choose it adds it. */
    static JsonObject fresh(ClientMetadata metadata, String service) {
        return over(new JsonObject(), metadata, service, Change.CONFIGURATION);
    }

    /**
     * Where we are given refresh tokens, the client is an operator's, too, who logs in with it for each of them: then what the operator added to it
     * stays, whatever the change.
     *
     * @param there the client as the authority shows it
     */
    static JsonObject over(JsonObject there, ClientMetadata metadata, String service, Change change) {
        JsonObject next = sendable(there);
        boolean exactly = change == Change.CONFIGURATION && !metadata.refreshes();
        if (!metadata.refreshes()) {
            OF_A_LOGIN.forEach(next::remove);
        }
        next.put("client_name", next.getString("client_name", service)).put("owner", next.getString("owner", owner(service)))
                .put("grant_types", new JsonArray(List.copyOf(ours(exactly, Granted.words(there, "grant_types"), metadata.grants()))))
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

    private static Collection<String> ours(boolean exactly, Collection<String> theirs, Collection<String> ours) {
        return exactly ? ours : new TreeSet<>(Stream.concat(theirs.stream(), ours.stream()).toList());
    }
}
