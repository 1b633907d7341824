package org.openchami.auth.verify;

import java.util.Locale;

/** Why a token was refused: for logs and metrics. Outside, all of them look alike (RFC 6750 section 3.1, invalid_token). */
public enum Reason {
    /** The token, or its header, is too long. */
    SIZE,
    /** Not a signed JWT in compact form, or not base64url as it has to be. */
    MALFORMED,
    /** Its header or its claims are not JSON as it has to be. */
    JSON,
    /** It is signed in a way that its issuer, or its key, does not sign in. */
    ALGORITHM,
    /** Its header asks for something that nothing here does, as {@code crit} or {@code zip} can. */
    CRITICAL,
    /** It says that it is something else than an access token. */
    TYPE,
    /** Its issuer has no such key. */
    KEY,
    ISSUER,
    AUDIENCE,
    EXPIRED,
    NOT_YET_VALID,
    /** It lasts longer than its issuer's tokens may. */
    LIFETIME,
    /** The operator revoked what was issued at its time. */
    NOT_BEFORE,
    /** A claim is missing, or of the wrong kind. */
    CLAIMS,
    /** It can't be told whether it is a user's or a service's. */
    PRINCIPAL,
    /** Its scopes can't be told. */
    SCOPE,
    /** It is bound to something that can't be checked here. */
    BINDING,
    SIGNATURE;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The same in lower case. */
    public String code() {
        return code;
    }
}
