package org.openchami.auth.rights;

import java.util.Locale;

/** Why a verified credential is not admitted: for logs and metrics. Outside, all of one {@link Kind} look alike. */
public enum Denial {
    /** A service that is none of {@code openchami.auth.clients}. */
    UNKNOWN_CLIENT(Kind.NOT_ALLOWED),
    /** A known client's id in a token of another issuer. */
    CLIENT_ISSUER(Kind.NOT_ALLOWED),
    /** The client may not call from there. */
    ADDRESS(Kind.NOT_ALLOWED),
    /** The client may only read. */
    METHOD_CLASS(Kind.NOT_ALLOWED),
    /** The client may not prove itself with this key. */
    KEY_PIN(Kind.NOT_ALLOWED),
    /** The token is bound to a client certificate (RFC 8705), and another one came, or none. */
    BINDING(Kind.INVALID_TOKEN),
    /** The route demands a token that is bound to a key, and this one is not. */
    UNBOUND(Kind.INVALID_TOKEN),
    /** Several entries of {@code openchami.auth.certificates} fit the client certificate. */
    CERTIFICATE_AMBIGUOUS(Kind.INVALID_TOKEN),
    CERTIFICATE_EXPIRED(Kind.INVALID_TOKEN),
    /** A token that is bound to a DPoP key came with the scheme Bearer (RFC 9449 section 7.2). */
    DPOP_MISSING(Kind.INVALID_DPOP_TOKEN),
    /** A token that is bound to no DPoP key came with the scheme DPoP, or to a route that demands DPoP. */
    DPOP_UNBOUND(Kind.INVALID_DPOP_TOKEN),
    /** The proof was made with another key than the token's. */
    DPOP_OTHER_KEY(Kind.INVALID_DPOP_TOKEN),
    /** There is no proof, or more than one. */
    PROOF_COUNT(Kind.INVALID_DPOP_PROOF),
    /** It is no JWS in compact form, or a member is missing or of the wrong kind. */
    PROOF_MALFORMED(Kind.INVALID_DPOP_PROOF),
    PROOF_TYPE(Kind.INVALID_DPOP_PROOF),
    PROOF_ALGORITHM(Kind.INVALID_DPOP_PROOF),
    /** Its key is no public one, or no good one. */
    PROOF_KEY(Kind.INVALID_DPOP_PROOF),
    PROOF_SIGNATURE(Kind.INVALID_DPOP_PROOF),
    /** It was made for another method. */
    PROOF_METHOD(Kind.INVALID_DPOP_PROOF),
    /** It was made for another address. */
    PROOF_ADDRESS(Kind.INVALID_DPOP_PROOF),
    /** It was made too long ago, or in the future. */
    PROOF_TIME(Kind.INVALID_DPOP_PROOF),
    /** It was made for another token. */
    PROOF_TOKEN(Kind.INVALID_DPOP_PROOF),
    PROOF_REPLAYED(Kind.INVALID_DPOP_PROOF);

    /** What is to be answered. */
    public enum Kind {
        /** 403, {@code insufficient_scope}. */
        NOT_ALLOWED,
        /** 401, {@code Bearer error="invalid_token"}. */
        INVALID_TOKEN,
        /** 401, {@code DPoP error="invalid_token"} (RFC 9449 section 7.1). */
        INVALID_DPOP_TOKEN,
        /** 401, {@code DPoP error="invalid_dpop_proof"}. */
        INVALID_DPOP_PROOF
    }

    private final Kind kind;
    private final String code;

    Denial(Kind kind) {
        this.kind = kind;
        this.code = name().toLowerCase(Locale.ROOT);
    }

    public Kind kind() {
        return kind;
    }

    /** Lower-case words with underscores. */
    public String code() {
        return code;
    }
}
