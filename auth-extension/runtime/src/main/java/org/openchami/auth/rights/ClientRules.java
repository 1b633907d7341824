package org.openchami.auth.rights;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.openchami.auth.config.ClientConfig.Access;
import org.openchami.auth.config.Settings;
import org.openchami.auth.config.UnknownClients;
import org.openchami.auth.verify.AccessToken;

/**
 * What this service's own configuration lets a client do, whatever its token says: an authority with open registration grants any scope to
 * anybody. A user is under none of these rules.
 *
 * @param always why this client is never admitted
 */
record ClientRules(Optional<Denial> always, Optional<Settings.Client> client, Set<String> scopes) {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    static ClientRules of(Settings settings, AccessToken token) {
        if (!token.service()) {
            return new ClientRules(Optional.empty(), Optional.empty(), token.scopes());
        }
        Settings.Client client = settings.clients().get(token.clientId());
        if (client == null) {
            return new ClientRules(settings.unknownClients() == UnknownClients.REFUSE
                    ? Optional.of(Denial.UNKNOWN_CLIENT)
                    : Optional.empty(), Optional.empty(), Set.of());
        }
        if (!client.issuer().equals(token.issuerName())) {
            // a name is a name at one issuer: whoever has it at another is somebody else
            return new ClientRules(Optional.of(Denial.CLIENT_ISSUER), Optional.empty(), Set.of());
        }
        Set<String> scopes = new HashSet<>(client.scopes());
        scopes.retainAll(token.scopes());
        return new ClientRules(Optional.empty(), Optional.of(client), Set.copyOf(scopes));
    }

    Optional<Denial> denial(RequestFacts facts) {
        return always.isPresent() || client.isEmpty() ? always : denial(client.get(), facts);
    }

    private static Optional<Denial> denial(Settings.Client client, RequestFacts facts) {
        if (client.addresses().isPresent()) {
            String address = facts.peerAddress();
            if (client.addresses().get().stream().noneMatch(network -> network.contains(address))) {
                return Optional.of(Denial.ADDRESS);
            }
        }
        return client.access() == Access.READ && !READING.contains(facts.method())
                ? Optional.of(Denial.METHOD_CLASS)
                : Optional.empty();
    }

    /** Whether the client may prove itself with certain keys alone. */
    boolean pinned() {
        return client.filter(one -> !one.keyThumbprints().isEmpty()).isPresent();
    }

    /** Whether the client may prove itself with the key of this thumbprint (RFC 7638). */
    boolean trusts(String thumbprint) {
        return client.isEmpty() || client.get().mayUse(thumbprint);
    }
}
