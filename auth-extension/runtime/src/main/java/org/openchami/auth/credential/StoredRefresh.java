package org.openchami.auth.credential;

import java.util.Optional;

import org.openchami.auth.secret.Secret;

/**
 * How far the refresh token that an operator gave us is spent (RFC 6749 section 6).
 *
 * @param successor what is to be used next; empty where the given one is
 * @param spent the hash of the given one that is of no more use
 */
public record StoredRefresh(Optional<Secret> successor, Optional<String> spent) {
    public static final StoredRefresh NONE = new StoredRefresh(Optional.empty(), Optional.empty());
}
