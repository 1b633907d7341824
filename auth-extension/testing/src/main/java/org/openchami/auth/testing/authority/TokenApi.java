package org.openchami.auth.testing.authority;

import java.util.List;

import io.vertx.core.json.JsonObject;

/** The token endpoint (RFC 6749 3.2) with its two grants, revocation (RFC 7009) and introspection (RFC 7662). */
record TokenApi(ClientAuthentication authentication, AccessTokens tokens, Logins logins) {
    private static final String TRIM = "Make sure that the various parameters are correct, be aware of case sensitivity and trim your"
            + " parameters. Make sure that the client you are using has exactly whitelisted the redirect_uri you specified.";

    void addPublicTo(Routes routes) {
        routes.on("POST", "/oauth2/token", this::token).on("POST", "/oauth2/revoke", this::revoke);
    }

    void addAdminTo(Routes routes) {
        routes.on("POST", "/admin/oauth2/introspect", this::introspect);
    }

    private Reply token(Request request) {
        if (request.form().isEmpty()) {
            throw OAuthError.INVALID_REQUEST.because("The POST body can not be empty.");
        }
        String grant = request.field("grant_type");
        if (grant.isEmpty()) {
            throw OAuthError.INVALID_REQUEST.because("Request parameter 'grant_type' is missing");
        }
        Client client = authentication.authenticate(request);
        return switch (grant) {
            case "client_credentials" -> clientCredentials(client, request);
            case "authorization_code" -> authorizationCode(client, request);
            default -> throw OAuthError.INVALID_REQUEST.because(TRIM);
        };
    }

    private Reply clientCredentials(Client client, Request request) {
        List<String> scopes = Grants.scopes(client, request.field("scope"));
        List<String> audience = Grants.audience(client, request.form().getOrDefault("audience", List.of()));
        if (client.isPublic()) {
            throw OAuthError.INVALID_GRANT.because("The OAuth 2.0 Client is marked as public and is thus not allowed to use authorization"
                    + " grant 'client_credentials'.");
        }
        Grants.requireGrant(client, "client_credentials");
        return tokens.issue(client, "client_credentials", client.id(), scopes, audience);
    }

    private Reply authorizationCode(Client client, Request request) {
        Grants.requireGrant(client, "authorization_code");
        Login login = logins.redeem(request.field("code"), client.id(), request.field("redirect_uri"), request.field("code_verifier"));
        return tokens.issue(client, "authorization_code", login.subject(), login.grantedScopes(), login.grantedAudience());
    }

    private Reply revoke(Request request) {
        if (request.headers().get("Authorization") == null && request.field("client_id").isEmpty()) {
            throw OAuthError.INVALID_REQUEST.because(TRIM);
        }
        authentication.authenticate(request);
        tokens.revoke(request.field("token"));
        return Reply.unstored(200, null);
    }

    private Reply introspect(Request request) {
        List<String> wanted = Words.split(request.field("scope"));
        return tokens.active(request.field("token"))
                .filter(claims -> scopes(claims).containsAll(wanted))
                .map(claims -> Reply.json(200, new JsonObject()
                        .put("active", true)
                        .put("scope", String.join(" ", scopes(claims)))
                        .put("client_id", claims.getString("client_id"))
                        .put("sub", claims.getString("sub"))
                        .put("exp", claims.getLong("exp"))
                        .put("iat", claims.getLong("iat"))
                        .put("nbf", claims.getLong("nbf"))
                        .put("aud", claims.getJsonArray("aud"))
                        .put("iss", claims.getString("iss"))
                        .put("token_type", "Bearer")
                        .put("token_use", "access_token")))
                .orElseGet(() -> Reply.unstored(200, new JsonObject().put("active", false)));
    }

    private static List<String> scopes(JsonObject claims) {
        return claims.getJsonArray("scp").stream().map(String::valueOf).toList();
    }
}
