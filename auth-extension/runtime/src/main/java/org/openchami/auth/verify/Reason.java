package org.openchami.auth.verify;

/** Why a token was refused: for logs and metrics. Outside, all of them look alike (RFC 6750 section 3.1, invalid_token). */
public enum Reason {
    /** Not a signed JWT in compact form, or too long. */
    MALFORMED,
    /** Its algorithm is none of RS256, PS256, ES256, or not its key's. */
    ALGORITHM,
    /** Its type says that it is something else than an access token. */
    TYPE,
    /** The authority has no such key. */
    KEY,
    ISSUER,
    AUDIENCE,
    EXPIRED,
    NOT_YET_VALID,
    /** A claim is missing, or of the wrong kind. */
    CLAIMS,
    SIGNATURE
}
