package org.openchami.auth.testing.user;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.openchami.auth.testing.http.Call;

/**
 * A real user's access token, without a browser: the authorization code grant with PKCE (RFC 6749 4.1, RFC 7636), in
 * which this class answers the login and the consent for the user through Hydra's admin API.
 */
public final class UserLogin {
    public static final String DEFAULT_USER = "operator";
    public static final Set<String> ALL_SCOPES = Set.of("smd.read", "smd.write", "bss.read", "bss.write");
    public static final Set<String> CLUSTER = Set.of("openchami");

    private UserLogin() {}

    /** A token of {@code operator} with all scopes for the whole cluster. */
    public static String token(URI publicUrl, URI adminUrl) {
        return token(publicUrl, adminUrl, DEFAULT_USER);
    }

    /** A token of that user with all scopes for the whole cluster. */
    public static String token(URI publicUrl, URI adminUrl, String user) {
        return token(publicUrl, adminUrl, user, ALL_SCOPES, CLUSTER);
    }

    /**
     * A new token each time; its {@code sub} is the user, its scopes and audience are exactly those asked for. The login
     * client {@value LoginClient#ID} is made on first use, and widened where it may not ask for as much yet.
     *
     * @throws org.openchami.auth.testing.http.UnexpectedAnswer if the authority refuses a step
     */
    public static String token(URI publicUrl, URI adminUrl, String user, Set<String> scopes, Set<String> audience) {
        new LoginClient(adminUrl).ensure(scopes, audience);
        ProofKey proof = ProofKey.create();
        String code = new CodeFlow(publicUrl, adminUrl, LoginClient.ID).code(user, sorted(scopes), sorted(audience), proof);
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("client_id", LoginClient.ID);
        form.put("redirect_uri", LoginClient.REDIRECT);
        form.put("code", code);
        form.put("code_verifier", proof.verifier());
        return Call.to(publicUrl, "/oauth2/token").form(form).expect(200, "POST /oauth2/token").json().getString("access_token");
    }

    private static Set<String> sorted(Set<String> words) {
        return new TreeSet<>(words);
    }
}
