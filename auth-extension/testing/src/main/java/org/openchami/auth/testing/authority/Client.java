package org.openchami.auth.testing.authority;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * A registered client.
 *
 * @param metadata as rendered, without any credential
 * @param secret empty for a public client
 * @param accessToken the registration access token (RFC 7592); empty once it was lost
 */
record Client(JsonObject metadata, String secret, String accessToken) {
    String id() {
        return metadata.getString("client_id");
    }

    String method() {
        return metadata.getString("token_endpoint_auth_method");
    }

    String signingAlgorithm() {
        return Optional.ofNullable(metadata.getString("token_endpoint_auth_signing_alg")).orElse("RS256");
    }

    boolean isPublic() { return method().equals("none"); }

    List<String> scopes() {
        return Words.split(metadata.getString("scope"));
    }

    List<String> list(String name) {
        return Optional.ofNullable(metadata.getJsonArray(name)).orElse(new JsonArray()).stream().map(String::valueOf).toList();
    }

    /** The client's own lifespan for tokens of that grant, as Hydra writes it: {@code 1h30m}, {@code 10s}. */
    Duration lifespan(String grant, Duration otherwise) {
        String own = metadata.getString(grant + "_grant_access_token_lifespan");
        return own == null ? otherwise : Duration.parse("PT" + own);
    }

    @Override
    public String toString() {
        return "Client[" + id() + "]";
    }
}
