package org.openchami.auth.registration;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.openchami.auth.credential.ClientSecret;
import org.openchami.auth.secret.Secret;

/**
 * What the authority has acknowledged.
 *
 * @param clientId the id it gave us, or the one we chose
 * @param secret the secret it gave us; empty where we chose it, or need none
 * @param registrationAccessToken manages the client by RFC 7592, in place of any earlier one; empty where there is none, or the old one still holds
 * @param scopes what it will grant; not always all that was asked for
 * @param audiences for whom it will
 */
public record Acknowledged(String clientId, Optional<ClientSecret> secret, Optional<Secret> registrationAccessToken, Set<String> scopes,
        Set<String> audiences) {

    public Acknowledged {
        scopes = Set.copyOf(scopes);
        audiences = Set.copyOf(audiences);
    }

    /** What was asked for and is not granted: scopes and audiences, in this order. Empty if all is. */
    public Set<String> withheld(ClientMetadata asked) {
        Set<String> missing = new LinkedHashSet<>(asked.scopes());
        missing.removeAll(scopes);
        asked.audiences().stream().filter(audience -> !audiences.contains(audience)).forEach(missing::add);
        return missing;
    }
}
