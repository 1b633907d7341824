package org.openchami.it.keys;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.vertx.core.json.JsonObject;

/** What a token says of its own signature. */
final class TokenHeader {
    private TokenHeader() {}

    static String kid(String token) {
        byte[] header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
        return new JsonObject(new String(header, StandardCharsets.UTF_8)).getString("kid");
    }
}
