package org.openchami.auth.inbound;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.openchami.auth.rights.Denial;
import org.openchami.auth.rights.Rights;

import io.quarkus.vertx.http.runtime.security.ChallengeData;

/**
 * An answer that lets nobody in: RFC 6750 section 3. One text a class of refusal, so that it tells an attacker nothing; plain text, because the
 * ecosystem's clients read a JSON body as data.
 *
 * @param headers the challenge, or when to come back
 */
record Refusal(int status, Map<String, String> headers, String body) {
    private static final String CHALLENGE = "WWW-Authenticate";

    static Refusal noCredential(String realm) {
        return challenge(401, "Bearer realm=\"" + realm + "\"", "no token found");
    }

    static Refusal invalidToken() {
        return challenge(401,
                "Bearer error=\"invalid_token\", error_description=\"The token is malformed, expired, or not meant for this service\"",
                "token is unauthorized");
    }

    /** A token that needs a DPoP proof, with a proof that is none, or without one that could count: RFC 9449 section 7.1. */
    static Refusal invalidProof(String error) {
        return challenge(401, "DPoP error=\"" + error + "\", algs=\"" + String.join(" ", Rights.dpopAlgorithms()) + "\"",
                "token is unauthorized");
    }

    static Refusal noProof(String realm) {
        return challenge(401, "DPoP realm=\"" + realm + "\", algs=\"" + String.join(" ", Rights.dpopAlgorithms()) + "\"", "no token found");
    }

    /** @param scopes those that the route asks for */
    static Refusal of(Denial.Kind kind, List<String> scopes) {
        return switch (kind) {
            case NOT_ALLOWED -> insufficientScope(scopes);
            case INVALID_TOKEN -> invalidToken();
            case INVALID_DPOP_TOKEN -> invalidProof("invalid_token");
            case INVALID_DPOP_PROOF -> invalidProof("invalid_dpop_proof");
        };
    }

    static Refusal invalidRequest() {
        return challenge(400,
                "Bearer error=\"invalid_request\", error_description=\"Send one Authorization header: Bearer and one token\"",
                "malformed authorization");
    }

    static Refusal insufficientScope(List<String> scopes) {
        String scope = scopes.isEmpty() ? "" : ", scope=\"" + String.join(" ", scopes) + "\"";
        return challenge(403, "Bearer error=\"insufficient_scope\"" + scope, "insufficient scope");
    }

    /** A service called where only a user's own token will do. */
    static Refusal userRequired() {
        return challenge(403, "Bearer error=\"insufficient_scope\", error_description=\"A user's token is needed here\"",
                "a user is needed");
    }

    /** A role asked for with {@link CallRole} that the caller does not have. */
    static Refusal roleNotGranted() {
        return challenge(403, "Bearer error=\"insufficient_scope\", error_description=\"The role asked for is not granted\"",
                "role not granted");
    }

    static Refusal malformedRole() {
        return challenge(400, "Bearer error=\"invalid_request\", error_description=\"Send one Call-Role header with one role\"",
                "malformed role");
    }

    static Refusal insufficientContext() {
        return challenge(403,
                "Bearer error=\"insufficient_context\", error_description=\"A service must say in a valid Call-Context for whom it calls, and why\"",
                "insufficient context");
    }

    static Refusal comeBack(Duration after) {
        return new Refusal(503, Map.of("Retry-After", Long.toString(Math.max(1, after.toSeconds()))), "authentication is unavailable\n");
    }

    private static Refusal challenge(int status, String challenge, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(CHALLENGE, challenge);
        headers.put("X-Content-Type-Options", "nosniff");
        return new Refusal(status, headers, body + "\n");
    }

    /** With where to read more, if it is a challenge: RFC 9728 section 5.1. */
    Refusal described(String metadata) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.computeIfPresent(CHALLENGE, (name, challenge) -> challenge + ", resource_metadata=\"" + metadata + "\"");
        return new Refusal(status, more, body);
    }

    ChallengeData data() {
        var first = headers.entrySet().iterator().next();
        return new ChallengeData(status, first.getKey(), first.getValue());
    }
}
