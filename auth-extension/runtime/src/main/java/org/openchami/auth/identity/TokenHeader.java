package org.openchami.auth.identity;

import java.util.Base64;
import java.util.Optional;

import org.openchami.auth.secret.BearerToken;
import org.openchami.auth.secret.Json;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/** The header of a token, where the token is a JWT. Nothing is checked: it is our own token, and its receiver judges it. */
final class TokenHeader {

    private TokenHeader() {}

    /** The id of the key that it was signed with. */
    static Optional<String> kid(BearerToken token) {
        String text = token.reveal();
        int end = text.indexOf('.');
        try {
            JsonObject header = Json.object(Base64.getUrlDecoder().decode(text.substring(0, Math.max(0, end))));
            return Optional.ofNullable(header.getString("kid"));
        } catch (IllegalArgumentException | DecodeException | ClassCastException e) {
            return Optional.empty();
        }
    }
}
