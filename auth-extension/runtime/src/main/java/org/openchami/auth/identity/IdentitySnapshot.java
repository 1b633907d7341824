package org.openchami.auth.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An identity at one moment: what health, metrics, logs and {@code ServiceIdentity.describe()} read. Immutable, and without any secret.
 *
 * @param clientId at the authority; the one asked for, while there is none
 * @param cause what led to this state
 * @param since when it did
 * @param keyMade whether something is stored that proves us
 * @param registered whether the authority has acknowledged us
 * @param doubt {@link IdentityState#REJECTED} or {@link IdentityState#FORGOTTEN} while the authority says that it does not know us
 * @param tokens by peer
 */
public record IdentitySnapshot(String clientId, IdentityState state, String cause, Instant since, boolean keyMade, boolean registered,
        Optional<IdentityState> doubt, Map<String, PeerToken> tokens) {

    public IdentitySnapshot {
        tokens = Map.copyOf(tokens);
    }

    static IdentitySnapshot initial(String clientId, Collection<String> peers, Instant now) {
        Map<String, PeerToken> none = new TreeMap<>();
        peers.forEach(peer -> none.put(peer, PeerToken.NONE));
        return new IdentitySnapshot(clientId, peers.isEmpty() ? IdentityState.UNUSED : IdentityState.NOTHING, "start", now, false, false,
                Optional.empty(), none);
    }

    /** When the first of the held tokens ends. */
    public Optional<Instant> expiresAt() {
        return tokens.values().stream().flatMap(token -> token.expiresAt().stream()).min(Comparator.naturalOrder());
    }

    /** Whether every peer's token is held, or none is needed. */
    public boolean usable() {
        return tokens.values().stream().allMatch(PeerToken::valid);
    }

    public Optional<String> problem() {
        Comparator<PeerToken> worst = Comparator.comparing(PeerToken::valid).thenComparing(token -> !token.refused());
        return tokens.values().stream().filter(token -> token.problem().isPresent()).min(worst).flatMap(PeerToken::problem);
    }
}
