package org.openchami.auth.registration;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.openchami.auth.authority.Answer;
import org.openchami.auth.credential.ClientSecret;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.secret.Secret;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What an authority says that it registered (RFC 7591 section 3.2.1). What it does not mention it is taken to have registered as asked. */
final class Granted {

    private Granted() {}

    static Acknowledged of(JsonObject answer, ClientMetadata asked, String clientId, Optional<ClientSecret> secret,
            Optional<Secret> registrationAccessToken) {
        return new Acknowledged(clientId, secret, registrationAccessToken,
                answer.containsKey("scope") ? words(answer, "scope") : asked.scopes(),
                answer.containsKey("audience") ? words(answer, "audience") : asked.audiences());
    }

    /** The client that a server shows; empty where its answer is anything else. */
    static Optional<JsonObject> client(Answer answer) {
        return answer.json().filter(json -> answer.status() == 200 && text(json, "client_id").isPresent());
    }

    /** A list, or the words of a text; anything else holds none. */
    static Set<String> words(JsonObject client, String name) {
        Set<String> words = new LinkedHashSet<>();
        Object value = client.getValue(name);
        if (value instanceof JsonArray list) {
            list.stream().filter(String.class::isInstance).map(String.class::cast).forEach(words::add);
        } else if (value instanceof String text) {
            Arrays.stream(text.split(" +")).filter(word -> !word.isEmpty()).forEach(words::add);
        }
        return words;
    }

    /** What a 200 of the client's address says: whether it has this key, if it is a key that proves us. */
    static ClientEvidence evidence(Answer answer, boolean byKey, SigningKey key) {
        return client(answer)
                .map(client -> byKey && !SharedKeys.of(client, new JsonObject()).holds(List.of(key))
                        ? ClientEvidence.OTHER_KEY
                        : ClientEvidence.THERE)
                .orElse(ClientEvidence.UNKNOWN);
    }

    /** Whether a header can carry this token. */
    static boolean sendable(String token) {
        return token.matches("[!-~]+");
    }

    /** A text that says something. */
    static Optional<String> text(JsonObject answer, String name) {
        return answer.getValue(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
