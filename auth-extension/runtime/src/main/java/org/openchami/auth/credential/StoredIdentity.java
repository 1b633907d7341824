package org.openchami.auth.credential;

import java.util.Optional;

/**
 * What outlives a restart.
 *
 * @param registered what the authority has acknowledged of our registration, in the form it was sent; empty before the first answer
 */
public record StoredIdentity(String clientId, SigningKey key, Optional<String> registered) {

    public StoredIdentity acknowledged(String registration) {
        return new StoredIdentity(clientId, key, Optional.of(registration));
    }
}
