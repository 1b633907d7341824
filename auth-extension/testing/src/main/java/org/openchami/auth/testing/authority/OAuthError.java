package org.openchami.auth.testing.authority;

import java.util.Locale;

/** The error codes of RFC 6749 5.2 and their neighbours, each with the sentence that Hydra begins its description with. */
enum OAuthError {
    INVALID_CLIENT(401,
            "Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method)."),
    INVALID_REQUEST(
            400,
            "The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed."),
    INVALID_SCOPE(
            400, "The requested scope is invalid, unknown, or malformed."),
    INVALID_GRANT(400,
            "The provided authorization grant (e.g., authorization code, resource owner credentials) or refresh token is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client."),
    UNAUTHORIZED_CLIENT(
            400,
            "The client is not authorized to request a token using this method."),
    UNSUPPORTED_RESPONSE_TYPE(
            400,
            "The authorization server does not support obtaining a token using this method."),
    INVALID_STATE(
            400,
            "The state is missing or does not have enough characters and is therefore considered too weak."),
    REQUEST_FORBIDDEN(
            403, "The request is not allowed."),
    JTI_KNOWN(400,
            "The jti was already used."),
    INVALID_CLIENT_METADATA(400,
            "The value of one of the Client Metadata fields is invalid and the server has rejected this request. Note that an Authorization Server MAY choose to substitute a valid value for any requested parameter of a Client's Metadata.");

    private final int status;
    private final String sentence;

    OAuthError(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String describe(String detail) {
        return detail.isEmpty() ? sentence : sentence + " " + detail;
    }

    Refusal because(String detail) {
        return this == INVALID_CLIENT_METADATA
                ? Refusal.of(status, code(), describe(detail))
                : Refusal.unstored(status, code(), describe(detail));
    }
}
