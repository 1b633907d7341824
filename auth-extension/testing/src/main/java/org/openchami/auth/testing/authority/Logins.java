package org.openchami.auth.testing.authority;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The logins under way, each under the one word that its next step must name; a word counts once. */
final class Logins {
    private final Map<String, Login> waiting = new HashMap<>();

    /** @return the word for the next step */
    String keep(String step, Login login) {
        String word = Words.random("");
        waiting.put(step + word, login);
        return word;
    }

    Optional<Login> look(String step, String word) {
        return Optional.ofNullable(waiting.get(step + word));
    }

    Optional<Login> take(String step, String word) {
        return Optional.ofNullable(waiting.remove(step + word));
    }

    /** Code for token (RFC 6749 4.1.3) with its proof (RFC 7636 4.6). */
    Login redeem(String code, String clientId, String redirectUri, String verifier) {
        Login login = look("code", code).filter(found -> found.clientId().equals(clientId))
                .orElseThrow(() -> OAuthError.INVALID_GRANT.because(""));
        if (!login.redirectUri().equals(redirectUri)) {
            throw OAuthError.INVALID_GRANT
                    .because("The 'redirect_uri' from this request does not match the one from the authorize request.");
        }
        if (login.codeChallenge().isEmpty() && !verifier.isEmpty()) {
            throw OAuthError.INVALID_GRANT.because("Unable to find initial PKCE data tied to this request");
        }
        if (!login.codeChallenge().isEmpty() && !login.codeChallenge().equals(challenge(verifier))) {
            waiting.put("code" + code, login.withoutProof());
            throw OAuthError.INVALID_GRANT.because("The PKCE code challenge did not match the code verifier.");
        }
        take("code", code);
        return login;
    }

    void clear() {
        waiting.clear();
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
