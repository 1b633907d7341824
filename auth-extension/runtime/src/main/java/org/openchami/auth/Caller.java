package org.openchami.auth;

/** In whose name a call to a peer is made. */
public enum Caller {
    /** The user whose request is being served; without one the call fails with {@link UserTokenMissingException}. */
    USER,
    /** Always this service itself, with the token of its own registration (RFC 6749 section 4.4). */
    SERVICE,
    /**
     * The user when a user called; this service when a node, another service, a timer or the start-up did. Not a fallback: a
     * user's token that may not be forwarded is a failure, never a call as the service.
     */
    USER_OR_SERVICE
}
