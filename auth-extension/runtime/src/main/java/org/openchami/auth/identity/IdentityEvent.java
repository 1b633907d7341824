package org.openchami.auth.identity;

import java.time.Instant;

/** What happens to an identity. Each says its cause, in words that may be logged. */
sealed interface IdentityEvent {

    String cause();

    /** A key or a secret of ours is stored. */
    record KeyMade(String cause) implements IdentityEvent {}

    /** The authority knows us under this id. */
    record Registered(String clientId, String cause) implements IdentityEvent {}

    /** The authority registered us with less than this peer needs. */
    record Withheld(String peer, String cause) implements IdentityEvent {}

    /** A token for this peer is being asked for. */
    record Asking(String peer, String cause) implements IdentityEvent {}

    record Held(String peer, Instant expiresAt, String cause) implements IdentityEvent {}

    /** No new token for this peer. */
    record Failed(String peer, boolean refused, String cause) implements IdentityEvent {}

    /** The token for this peer is over. */
    record Ended(String peer, String cause) implements IdentityEvent {}

    /** The authority says that it does not know us, or what proves us. */
    record Rejected(String cause) implements IdentityEvent {}

    /** It is proven that there is no client of ours. */
    record Forgotten(String cause) implements IdentityEvent {}

    /** The doubt that {@link Rejected} or {@link Forgotten} raised is over. */
    record Cleared(String cause) implements IdentityEvent {}
}
