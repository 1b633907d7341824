package org.openchami.auth.testing.user;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The user agent's part of one login: three redirects in a row, with cookies, and none to anywhere else. */
final class CodeFlow {
    private static final String REQUESTS = "/admin/oauth2/auth/requests/";

    private final URI publicUrl;
    private final URI adminUrl;
    private final String clientId;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    CodeFlow(URI publicUrl, URI adminUrl, String clientId) {
        this.publicUrl = publicUrl;
        this.adminUrl = adminUrl;
        this.clientId = clientId;
    }

    String code(String user, Set<String> scopes, Set<String> audience, ProofKey proof) {
        String state = ProofKey.word();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", clientId);
        query.put("redirect_uri", LoginClient.REDIRECT);
        query.put("scope", String.join(" ", scopes));
        query.put("audience", String.join(" ", audience));
        query.put("state", state);
        query.put("code_challenge", proof.challenge());
        query.put("code_challenge_method", "S256");
        URI login = follow(URI.create("/oauth2/auth?" + Call.encoded(query)));
        URI consent = follow(accept("login", login, new JsonObject().put("subject", user).put("remember", false)));
        URI back = follow(accept("consent", consent, new JsonObject()
                .put("grant_scope", new JsonArray(scopes.stream().toList()))
                .put("grant_access_token_audience", new JsonArray(audience.stream().toList()))
                .put("remember", false)));
        if (!back.toString().startsWith(LoginClient.REDIRECT + "?") || !state.equals(parameter(back, "state"))) {
            throw new IllegalStateException(
                    "The login ended elsewhere: " + back.getScheme() + "://" + back.getAuthority() + back.getPath());
        }
        return parameter(back, "code");
    }

    /** Whatever origin the authority calls itself by, the call goes to the one that we know. */
    private URI follow(URI step) {
        Call call = Call.to(publicUrl, step.getRawPath() + "?" + step.getRawQuery());
        if (!cookies.isEmpty()) {
            StringBuilder header = new StringBuilder();
            cookies.forEach((name, value) -> header.append(header.isEmpty() ? "" : "; ").append(name).append('=').append(value));
            call.header("Cookie", header.toString());
        }
        Answer answer = call.get();
        if (answer.status() != 303) {
            answer.expect(302, "GET " + step.getPath());
        }
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        URI next = URI.create(answer.header("Location"));
        String error = parameter(next, "error");
        if (!error.isEmpty()) {
            throw new IllegalStateException("The authority refuses the login: " + error + " " + parameter(next, "error_description"));
        }
        return next;
    }

    private URI accept(String what, URI page, JsonObject decision) {
        String challenge = Call.encoded(parameter(page, what + "_challenge"));
        return URI.create(Call.to(adminUrl, REQUESTS + what + "/accept?" + what + "_challenge=" + challenge)
                .json("PUT", decision).expect(200, "PUT " + REQUESTS + what + "/accept").json().getString("redirect_to"));
    }

    private void keep(String setCookie) {
        String pair = setCookie.split(";", 2)[0];
        cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }

    private static String parameter(URI uri, String name) {
        if (uri.getRawQuery() == null) {
            return "";
        }
        for (String pair : uri.getRawQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }
}
