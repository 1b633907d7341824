package org.openchami.auth.testing.authority;

import java.util.List;
import java.util.Map;

/**
 * One authorization request on its way from the first redirect to the token.
 *
 * @param parameters the request as it was made
 * @param cookie what binds it to the user agent that began it
 * @param codeChallenge the S256 challenge; empty without PKCE, and after a failed proof
 */
record Login(Map<String, String> parameters, List<String> scopes, List<String> audience, String cookie, String subject,
        List<String> grantedScopes, List<String> grantedAudience, String codeChallenge) {
    static Login begun(Map<String, String> parameters, List<String> scopes, List<String> audience) {
        return new Login(parameters, scopes, audience, Words.random(""), "", List.of(), List.of(),
                parameters.getOrDefault("code_challenge", ""));
    }

    String clientId() {
        return parameters.get("client_id");
    }

    String redirectUri() {
        return parameters.get("redirect_uri");
    }

    Login by(String user) {
        return new Login(parameters, scopes, audience, cookie, user, grantedScopes, grantedAudience, codeChallenge);
    }

    Login granted(List<String> someScopes, List<String> someAudience) {
        return new Login(parameters, scopes, audience, cookie, subject, someScopes, someAudience, codeChallenge);
    }

    Login withoutProof() {
        return new Login(parameters, scopes, audience, cookie, subject, grantedScopes, grantedAudience, "");
    }

    @Override
    public String toString() {
        return "Login[" + clientId() + "]";
    }
}
