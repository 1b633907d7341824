package org.openchami.auth.testing.authority;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.QueryStringEncoder;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.vertx.core.json.JsonObject;

/** The authorization endpoint (RFC 6749 3.1): it sends the user agent to log in, to consent, and back with a code. */
record LoginApi(Clients clients, Logins logins, String publicUrl) {
    static final String COOKIE = "ory_hydra_login_csrf_dev";
    static final String LOGIN = "login";
    static final String CONSENT = "consent";
    private static final String VERIFIER = "_verifier";

    void addTo(Routes routes) {
        routes.on("GET", "/oauth2/auth", this::step);
    }

    private Reply step(Request request) {
        if (!request.query(CONSENT + VERIFIER).isEmpty()) {
            Login login = taken(CONSENT, request);
            return isBound(login, request) ? withCode(login) : foreign(login);
        }
        if (!request.query(LOGIN + VERIFIER).isEmpty()) {
            Login login = taken(LOGIN, request);
            return isBound(login, request) ? onward(CONSENT, login) : foreign(login);
        }
        return begin(request);
    }

    private Reply begin(Request request) {
        Map<String, String> parameters = new TreeMap<>();
        new QueryStringDecoder(request.uri()).parameters().forEach((name, values) -> parameters.put(name, values.get(0)));
        Client client = clients.find(parameters.getOrDefault("client_id", "")).orElse(null);
        if (client == null) {
            return dead(OAuthError.INVALID_CLIENT, "The requested OAuth 2.0 Client does not exist.");
        }
        if (!client.list("redirect_uris").contains(parameters.getOrDefault("redirect_uri", ""))) {
            return dead(OAuthError.INVALID_REQUEST,
                    "The 'redirect_uri' parameter does not match any of the OAuth 2.0 Client's pre-registered redirect urls.");
        }
        if (parameters.getOrDefault("state", "").length() < 8) {
            return refused(parameters, OAuthError.INVALID_STATE,
                    "Request parameter 'state' must be at least be 8 characters long to ensure sufficient entropy.");
        }
        String type = parameters.getOrDefault("response_type", "");
        if (!type.equals("code") || !client.list("response_types").contains("code")) {
            return refused(parameters, OAuthError.UNSUPPORTED_RESPONSE_TYPE,
                    "The client is not allowed to request response_type '" + type + "'.");
        }
        try {
            return onward(LOGIN, Login.begun(parameters, Grants.scopes(client, parameters.getOrDefault("scope", "")),
                    Grants.audience(client, List.of(parameters.getOrDefault("audience", "")))));
        } catch (Refusal refusal) {
            JsonObject body = new JsonObject(refusal.reply().body());
            return back(parameters, Map.of("error", body.getString("error"), "error_description", body.getString("error_description")));
        }
    }

    /** To the page where the user would decide; the cookie ties the decision to this user agent. */
    private Reply onward(String page, Login login) {
        return Reply.redirect(302, publicUrl + "/oauth2/fallbacks/" + page + "?" + page + "_challenge=" + logins.keep(page, login))
                .with("Set-Cookie", COOKIE + "=" + login.cookie() + "; Path=/; Max-Age=1800; HttpOnly; SameSite=Lax");
    }

    private Login taken(String page, Request request) {
        return logins.take(page + VERIFIER, request.query(page + VERIFIER)).orElseThrow(Refusal::notFound);
    }

    private static boolean isBound(Login login, Request request) {
        String header = request.headers().get("Cookie");
        return header != null && ServerCookieDecoder.LAX.decode(header).stream()
                .anyMatch(cookie -> cookie.name().equals(COOKIE) && cookie.value().equals(login.cookie()));
    }

    private Reply withCode(Login login) {
        String scopes = String.join(" ", login.grantedScopes());
        return back(login.parameters(), Map.of("code", logins.keep("code", login), "scope", scopes));
    }

    private static Reply foreign(Login login) {
        return refused(login.parameters(), OAuthError.REQUEST_FORBIDDEN, "No CSRF value available in the session cookie.");
    }

    private Reply dead(OAuthError error, String detail) {
        QueryStringEncoder location = new QueryStringEncoder(publicUrl + "/oauth2/fallbacks/error");
        location.addParam("error", error.code());
        location.addParam("error_description", error.describe(detail));
        return Reply.redirect(302, location.toString());
    }

    private static Reply refused(Map<String, String> parameters, OAuthError error, String detail) {
        return back(parameters, Map.of("error", error.code(), "error_description", error.describe(detail)));
    }

    private static Reply back(Map<String, String> parameters, Map<String, String> answer) {
        QueryStringEncoder location = new QueryStringEncoder(parameters.get("redirect_uri"));
        Map<String, String> all = new TreeMap<>(answer);
        all.put("state", parameters.getOrDefault("state", ""));
        all.forEach(location::addParam);
        return Reply.redirect(303, location.toString());
    }
}
