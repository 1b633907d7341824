package org.openchami.auth.registration;

import java.util.Set;

/** What the token endpoint answered. */
public enum TokenEvidence {
    GRANTED,
    /** {@code invalid_client}: the client is unknown, its proof is wrong, or the authority's database is away. */
    INVALID_CLIENT,
    /** 400 that names our key id: the client does not have our key. */
    KEY_UNKNOWN,
    /** A scope, an audience, the grant, or the audience of our assertion is not ours to use. */
    NOT_ALLOWED,
    /** No answer, or one that says nothing. */
    UNKNOWN;

    /** RFC 6749 section 5.2 and RFC 8707 section 2, and what a token hook of Hydra's says. */
    private static final Set<String> NOT_OURS = Set.of("invalid_scope", "unauthorized_client", "unsupported_grant_type", "invalid_target",
            "access_denied");

    /**
     * What an error of the token endpoint says (RFC 6749 section 5.2).
     *
     * @param error empty where the answer holds none
     * @param description what else it says; only Hydra's own sentences are looked for
     */
    public static TokenEvidence of(int status, String error, String description) {
        return switch (status) {
            case 400, 401, 403 -> refused(status, error, description);
            default -> UNKNOWN;
        };
    }

    private static TokenEvidence refused(int status, String error, String description) {
        if (description.contains("'audience' from 'client_assertion'")) {
            return NOT_ALLOWED;
        }
        // Keycloak says unauthorized_client with 401 of a wrong secret, Hydra invalid_grant of a client that was made public
        if (status != 403 && (error.equals("invalid_client") || error.equals("invalid_grant"))
                || status == 401 && error.equals("unauthorized_client")) {
            return INVALID_CLIENT;
        }
        if (status == 400 && error.equals("invalid_request")) {
            boolean key = description.contains("kid")
                    && (description.contains("could not be found") || description.contains("Unable to find"));
            boolean audience = description.contains("has not been whitelisted");
            return key ? KEY_UNKNOWN : audience ? NOT_ALLOWED : UNKNOWN;
        }
        return status != 401 && NOT_OURS.contains(error) ? NOT_ALLOWED : UNKNOWN;
    }
}
