package org.openchami.auth.identity;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.ClientProof;
import org.openchami.auth.secret.Secret;

/**
 * One request to the token endpoint: by the refresh token if there is one (RFC 6749 section 6), for all that was once granted with it; else by client
 * credentials (section 4.4), for the peer's scopes and audience.
 *
 * @param proof which client asks; good for this request alone
 */
record TokenRequest(Settings.Peer peer, ClientProof proof, Optional<Secret> refreshToken) {

    /** The body, encoded as a form. */
    Secret body() {
        Map<String, String> form = new LinkedHashMap<>();
        refreshToken.ifPresentOrElse(token -> {
            form.put("grant_type", "refresh_token");
            form.put("refresh_token", token.reveal());
        }, () -> {
            form.put("grant_type", "client_credentials");
            form.put("audience", peer.audience());
            if (!peer.scopes().isEmpty()) {
                form.put("scope", String.join(" ", peer.scopes()));
            }
        });
        form.putAll(proof.form());
        return Secret.of(form.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** All that an answer might repeat and nobody may read, in each form that we sent it in. */
    Set<String> secrets() {
        Set<String> secrets = new LinkedHashSet<>();
        refreshToken.map(Secret::reveal).ifPresent(secrets::add);
        proof.form().forEach((name, value) -> {
            if (name.equals("client_assertion") || name.equals("client_secret")) {
                secrets.add(value);
            }
        });
        proof.authorization().map(Secret::reveal).map(value -> value.replaceFirst("^Basic ", "")).ifPresent(basic -> {
            secrets.add(basic);
            String pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            secrets.add(pair.substring(pair.indexOf(':') + 1));
            secrets.add(URLDecoder.decode(pair.substring(pair.indexOf(':') + 1), StandardCharsets.UTF_8));
        });
        return secrets;
    }
}
