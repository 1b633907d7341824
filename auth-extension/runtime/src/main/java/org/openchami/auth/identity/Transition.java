package org.openchami.auth.identity;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.openchami.auth.identity.IdentityEvent.Asking;
import org.openchami.auth.identity.IdentityEvent.Cleared;
import org.openchami.auth.identity.IdentityEvent.Ended;
import org.openchami.auth.identity.IdentityEvent.Failed;
import org.openchami.auth.identity.IdentityEvent.Forgotten;
import org.openchami.auth.identity.IdentityEvent.Held;
import org.openchami.auth.identity.IdentityEvent.KeyMade;
import org.openchami.auth.identity.IdentityEvent.Registered;
import org.openchami.auth.identity.IdentityEvent.Rejected;
import org.openchami.auth.identity.IdentityEvent.Withheld;

/** What an event makes of a snapshot. A function of both and of the time; it does nothing else. */
final class Transition {

    private Transition() {}

    static IdentitySnapshot of(IdentitySnapshot old, IdentityEvent event, Instant now) {
        IdentitySnapshot next = facts(old, event);
        IdentityState state = state(next);
        boolean moved = state != old.state();
        return new IdentitySnapshot(next.clientId(), state, moved ? event.cause() : old.cause(), moved ? now : old.since(), next.keyMade(),
                next.registered(), next.doubt(), next.tokens());
    }

    private static IdentitySnapshot facts(IdentitySnapshot old, IdentityEvent event) {
        if (event instanceof KeyMade) {
            return with(old, old.clientId(), true, old.registered(), old.doubt(), old.tokens());
        } else if (event instanceof Registered registered) {
            return with(old, registered.clientId(), true, true, Optional.empty(), old.tokens());
        } else if (event instanceof Rejected) {
            return with(old, old.clientId(), old.keyMade(), old.registered(), Optional.of(IdentityState.REJECTED), old.tokens());
        } else if (event instanceof Forgotten) {
            return with(old, old.clientId(), old.keyMade(), false, Optional.of(IdentityState.FORGOTTEN), old.tokens());
        } else if (event instanceof Cleared) {
            return with(old, old.clientId(), old.keyMade(), old.registered(), Optional.empty(), old.tokens());
        } else if (event instanceof Withheld withheld) {
            return token(old, withheld.peer(), token -> token.withheld(withheld.cause()));
        } else if (event instanceof Asking asking) {
            return token(old, asking.peer(), PeerToken::asked);
        } else if (event instanceof Held held) {
            return token(with(old, old.clientId(), true, true, Optional.empty(), old.tokens()), held.peer(),
                    token -> token.held(held.expiresAt()));
        } else if (event instanceof Failed failed) {
            Optional<IdentityState> doubt = failed.refused() ? Optional.empty() : old.doubt();
            return token(with(old, old.clientId(), old.keyMade(), old.registered(), doubt, old.tokens()), failed.peer(),
                    token -> token.failed(failed.refused(), failed.cause()));
        }
        return token(old, ((Ended) event).peer(), PeerToken::ended);
    }

    private static IdentitySnapshot with(IdentitySnapshot old, String clientId, boolean keyMade, boolean registered,
            Optional<IdentityState> doubt, Map<String, PeerToken> tokens) {
        return new IdentitySnapshot(clientId, old.state(), old.cause(), old.since(), keyMade, registered, doubt, tokens);
    }

    private static IdentitySnapshot token(IdentitySnapshot old, String peer, UnaryOperator<PeerToken> change) {
        Map<String, PeerToken> tokens = new HashMap<>(old.tokens());
        tokens.computeIfPresent(peer, (name, token) -> change.apply(token));
        return with(old, old.clientId(), old.keyMade(), old.registered(), old.doubt(), tokens);
    }

    /** The worst that is true of it. */
    private static IdentityState state(IdentitySnapshot of) {
        var tokens = of.tokens().values();
        if (tokens.isEmpty()) {
            return IdentityState.UNUSED;
        } else if (!of.keyMade()) {
            return IdentityState.NOTHING;
        } else if (of.doubt().isPresent()) {
            return of.doubt().get();
        } else if (tokens.stream().anyMatch(token -> token.failures() > 0 && token.refused())) {
            return IdentityState.REFUSED;
        } else if (tokens.stream().anyMatch(token -> !token.valid() && token.failures() > 0)) {
            return IdentityState.ENDED;
        } else if (tokens.stream().noneMatch(token -> !token.valid())) {
            return valid(of);
        }
        return of.registered() ? IdentityState.REGISTERED : IdentityState.KEY_MADE;
    }

    private static IdentityState valid(IdentitySnapshot of) {
        if (of.tokens().values().stream().anyMatch(token -> token.failures() > 0)) {
            return IdentityState.STALE;
        }
        return of.tokens().values().stream().anyMatch(PeerToken::asking) ? IdentityState.RENEWING : IdentityState.TOKEN_HELD;
    }
}
