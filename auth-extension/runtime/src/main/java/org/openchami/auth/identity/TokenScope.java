package org.openchami.auth.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.openchami.auth.config.Settings;

/** Compares what was granted with what was asked for: fewer scopes are worth knowing at once, and not at the first 403. */
final class TokenScope {

    private TokenScope() {}

    /**
     * What is missing, with its cure; an answer without a scope grants what was asked for (RFC 6749 section 5.1).
     *
     * @param scope as the answer has it, or null
     */
    static Optional<String> lacking(String scope, Settings.Peer peer) {
        if (scope == null) {
            return Optional.empty();
        }
        Set<String> missing = new TreeSet<>(peer.scopes());
        missing.removeAll(List.of(scope.split(" ")));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("it did not grant the scope '" + String.join(" ", missing) + "'. Cure: check openchami.auth.peers."
                        + peer.name() + ".scopes and the scopes of the registration");
    }
}
