package org.openchami.auth.registration;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.openchami.auth.authority.Answer;
import org.openchami.auth.registration.Registrar.Change;

import io.vertx.core.json.JsonObject;

/** Our client as RFC 7591 and 7592 take it: nothing that only an administrator of Hydra may set, and all of our keys, for nobody shares it. */
final class DynamicClient {
    private static final List<String> ADMINISTRATORS = List.of("metadata", "access_token_strategy", "skip_consent", "skip_logout_consent");

    /** Hydra's own. Keycloak refuses a registration that holds a member it does not know, though RFC 7591 section 2 tells it to pass over it. */
    private static final List<String> HYDRAS = List.of("owner", "audience");

    private static final Pattern UNKNOWN = Pattern.compile("(?i)(unrecogni[sz]ed|unknown|unsupported).{0,40}\\b(owner|audience)\\b");

    private DynamicClient() {}

    static JsonObject create(ClientMetadata metadata, String service) {
        return keys(ClientDocument.fresh(metadata, service), metadata);
    }

    /** The whole body of a PUT: what is missing in it is taken away. */
    static JsonObject changed(JsonObject there, ClientMetadata metadata, String id, String service, Change change) {
        JsonObject next = ClientDocument.over(there, metadata, service, change).put("client_id", id);
        ADMINISTRATORS.forEach(next::remove);
        HYDRAS.stream().filter(name -> !there.containsKey(name)).forEach(next::remove);
        return keys(next, metadata);
    }

    /** The same with what RFC 7591 names alone. */
    static JsonObject plain(JsonObject client) {
        JsonObject plain = client.copy();
        HYDRAS.forEach(plain::remove);
        return plain;
    }

    /** Whether an authority refuses one of them for not knowing it. */
    static boolean unknownMember(Answer answer) {
        return answer.status() == 400 && UNKNOWN.matcher(new String(answer.body(), StandardCharsets.UTF_8)).find();
    }

    private static JsonObject keys(JsonObject client, ClientMetadata metadata) {
        client.remove("jwks");
        return metadata.keys().isEmpty() ? client : client.put("jwks", PublicKeys.jwks(metadata.keys()));
    }
}
