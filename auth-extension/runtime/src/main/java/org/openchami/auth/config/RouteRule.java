package org.openchami.auth.config;

import java.util.List;

/**
 * What is different for some routes, after its configuration was checked.
 *
 * @param paths normalised paths; one that ends with {@code /*} means all below, too
 * @param open whether nobody is asked for a credential before it is known what is there
 */
public record RouteRule(String name, List<String> paths, boolean open, BadCredential badCredential, Enforcement mode, Proof proof) {

    /** What holds where nothing is said. */
    public static RouteRule usual(Enforcement mode) {
        return new RouteRule("", List.of(), false, BadCredential.REFUSE, mode, Proof.OPTIONAL);
    }

    /** What a bad credential is where none is needed. */
    public enum BadCredential {
        /** Refused with 401: the caller meant to be somebody. */
        REFUSE,
        /** Taken for none. */
        ANONYMOUS
    }

    /** What a caller must show beside its token. */
    public enum Proof {
        /** A proof where the token is bound to a key; else nothing. */
        OPTIONAL,
        /** A DPoP proof (RFC 9449). */
        DPOP,
        /** The client certificate that the token is bound to (RFC 8705 section 3). */
        CERTIFICATE,
        /** One of the two. */
        ANY
    }
}
