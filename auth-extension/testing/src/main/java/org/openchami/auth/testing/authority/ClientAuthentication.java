package org.openchami.auth.testing.authority;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

import io.netty.handler.codec.http.QueryStringDecoder;

/** Client authentication at the token endpoint (RFC 6749 2.3.1, RFC 7523 2.2); the registered method is the only one taken. */
record ClientAuthentication(Clients clients, ClientAssertions assertions) {
    Client authenticate(Request request) {
        String type = request.field("client_assertion_type");
        if (type.equals(ClientAssertions.TYPE)) {
            return assertions.authenticate(request);
        }
        if (!type.isEmpty()) {
            throw OAuthError.INVALID_REQUEST.because("Unknown client_assertion_type '" + type + "'.");
        }
        Optional<Credentials> basic = basic(request);
        Credentials presented = basic.orElse(new Credentials(request.field("client_id"), request.field("client_secret")));
        if (presented.id().isEmpty()) {
            throw OAuthError.INVALID_REQUEST
                    .because("Client credentials missing or malformed in both HTTP Authorization header and HTTP POST body.");
        }
        Client client = clients.find(presented.id()).orElseThrow(() -> OAuthError.INVALID_CLIENT.because(""));
        if (!request.field("client_id").isEmpty() && !request.field("client_secret").isEmpty()) {
            requireMethod(client, "client_secret_post");
        } else if (basic.isPresent() && !presented.secret().isEmpty()) {
            requireMethod(client, "client_secret_basic");
        }
        if (!client.isPublic() && !same(client.secret(), presented.secret())) {
            throw OAuthError.INVALID_CLIENT.because("");
        }
        return client;
    }

    private static void requireMethod(Client client, String used) {
        if (!client.method().equals(used)) {
            throw OAuthError.INVALID_CLIENT.because("The OAuth 2.0 Client supports client authentication method '" + client.method()
                    + "', but method '" + used
                    + "' was requested. You must configure the OAuth 2.0 client's 'token_endpoint_auth_method' value"
                    + " to accept '" + used + "'.");
        }
    }

    private static Optional<Credentials> basic(Request request) {
        String header = Optional.ofNullable(request.headers().get("Authorization")).orElse("");
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            String[] pair = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8).split(":", 2);
            return pair.length == 2 ? Optional.of(new Credentials(decoded(pair[0], "id"), decoded(pair[1], "secret"))) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String decoded(String word, String what) {
        try {
            return QueryStringDecoder.decodeComponent(word);
        } catch (IllegalArgumentException e) {
            throw OAuthError.INVALID_REQUEST.because(
                    "The client " + what
                            + " in the HTTP authorization header could not be decoded from 'application/x-www-form-urlencoded'.");
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private record Credentials(String id, String secret) {
        @Override
        public String toString() {
            return "Credentials[" + id + "]";
        }
    }
}
