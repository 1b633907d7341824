package org.openchami.auth.credential;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import org.openchami.auth.secret.Secret;

/**
 * What a request to the token endpoint carries to prove which client sends it (RFC 6749 section 2.3, RFC 7523 section 2.2). Good for one request.
 *
 * @param form fields of its body
 * @param authorization its Authorization header
 */
public record ClientProof(Map<String, String> form, Optional<Secret> authorization) {

    public ClientProof {
        form = Map.copyOf(form);
    }

    /** {@code private_key_jwt}. */
    public static ClientProof assertion(SigningKey key, String clientId, String audience, Clock clock) {
        return new ClientProof(Map.of("client_assertion_type", ClientAssertion.TYPE, "client_assertion",
                ClientAssertion.create(key, clientId, audience, clock).reveal()), Optional.empty());
    }

    /** {@code client_secret_basic}: id and secret are form-encoded before they are joined, so that neither can hold the colon between them. */
    public static ClientProof basic(String clientId, Secret secret) {
        String pair = encoded(clientId) + ":" + encoded(secret.reveal());
        return new ClientProof(Map.of(),
                Optional.of(Secret.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII)))));
    }

    /** {@code client_secret_post}: the fields as they are, to be form-encoded with all the others. */
    public static ClientProof post(String clientId, Secret secret) {
        return new ClientProof(Map.of("client_id", clientId, "client_secret", secret.reveal()), Optional.empty());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Names the fields alone: their values are secrets. */
    @Override
    public String toString() {
        return "proof by " + form.keySet() + (authorization.isPresent() ? " and Authorization" : "");
    }
}
