package org.openchami.auth.credential;

import java.util.Optional;

import org.openchami.auth.secret.Secret;

/**
 * Our client as the authority has it.
 *
 * @param acknowledged the registration that the authority has acknowledged, as its fingerprint; empty while none was
 * @param registrationAccessToken what manages it by RFC 7592
 * @param updating whether an update is under way that may have replaced the registration access token without our hearing of it
 */
public record StoredClient(String id, Optional<String> acknowledged, Optional<Secret> registrationAccessToken, boolean updating) {

    /** A client that has its id before the authority hears of it. */
    public static StoredClient named(String id) {
        return new StoredClient(id, Optional.empty(), Optional.empty(), false);
    }
}
