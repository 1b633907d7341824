package org.openchami.auth.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * How it stands with the token for one peer; never the token itself.
 *
 * @param expiresAt when the valid token ends; empty if there is none
 * @param asking whether a new one is being asked for
 * @param failures in a row
 * @param refused whether the last one was a refusal that only an operator can mend, or the registration lacks what the peer needs
 * @param problem what the last failure said
 */
public record PeerToken(Optional<Instant> expiresAt, boolean asking, int failures, boolean refused, Optional<String> problem) {
    static final PeerToken NONE = new PeerToken(Optional.empty(), false, 0, false, Optional.empty());

    PeerToken asked() {
        return new PeerToken(expiresAt, true, failures, refused, problem);
    }

    PeerToken held(Instant end) {
        return new PeerToken(Optional.of(end), false, 0, false, Optional.empty());
    }

    PeerToken withheld(String why) {
        return new PeerToken(expiresAt, asking, Math.max(1, failures), true, Optional.of(why));
    }

    PeerToken failed(boolean refusal, String why) {
        return new PeerToken(expiresAt, false, failures + 1, refusal, Optional.of(why));
    }

    PeerToken ended() {
        return new PeerToken(Optional.empty(), asking, Math.max(1, failures), refused,
                problem.or(() -> Optional.of("the token ran out before a new one came")));
    }

    boolean valid() {
        return expiresAt.isPresent();
    }
}
