package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.openchami.auth.identity.IdentityEvent.Asking;
import org.openchami.auth.identity.IdentityEvent.Cleared;
import org.openchami.auth.identity.IdentityEvent.Ended;
import org.openchami.auth.identity.IdentityEvent.Failed;
import org.openchami.auth.identity.IdentityEvent.Forgotten;
import org.openchami.auth.identity.IdentityEvent.Held;
import org.openchami.auth.identity.IdentityEvent.KeyMade;
import org.openchami.auth.identity.IdentityEvent.Registered;
import org.openchami.auth.identity.IdentityEvent.Rejected;

/** The table of the states against all that the events can do, in any order, to a service with one peer and to one with two. */
class IdentityStateTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final Set<Arrow> MET = new HashSet<>();

    private record Arrow(IdentityState from, IdentityState to) {}

    static {
        explore(List.of("smd"));
        explore(List.of("smd", "pcs"));
    }

    private static void explore(List<String> peers) {
        Set<IdentitySnapshot> seen = new HashSet<>();
        Deque<IdentitySnapshot> open = new ArrayDeque<>(List.of(IdentitySnapshot.initial("bss", peers, NOW)));
        while (!open.isEmpty()) {
            IdentitySnapshot from = open.poll();
            events(peers).forEach(event -> {
                IdentitySnapshot to = Transition.of(from, event, NOW);
                MET.add(new Arrow(from.state(), to.state()));
                if (seen.add(alike(to))) {
                    open.add(alike(to));
                }
            });
        }
    }

    private static Stream<IdentityEvent> events(List<String> peers) {
        Stream<IdentityEvent> ours = Stream.of(new KeyMade("x"), new Registered("bss", "x"), new Rejected("x"), new Forgotten("x"),
                new Cleared("x"));
        return Stream.concat(ours, peers.stream().flatMap(peer -> Stream.of(new Asking(peer, "x"), new Held(peer, NOW, "x"),
                new Failed(peer, false, "x"), new Failed(peer, true, "x"), new Ended(peer, "x"))));
    }

    /** The same for whatever comes next: how often it failed, and why, makes no difference. */
    private static IdentitySnapshot alike(IdentitySnapshot of) {
        return new IdentitySnapshot(of.clientId(), of.state(), "x", NOW, of.keyMade(), of.registered(), of.doubt(),
                of.tokens().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> {
                    PeerToken token = entry.getValue();
                    return new PeerToken(token.expiresAt(), token.asking(), Math.min(1, token.failures()), token.refused(),
                            token.problem().map(why -> "x"));
                })));
    }

    private static Stream<Arrow> drawn() {
        return Arrays.stream(IdentityState.values()).flatMap(from -> Arrays.stream(IdentityState.values())
                .filter(to -> to != from && from.mayBecome(to)).map(to -> new Arrow(from, to)));
    }

    @Test
    void everyArrowOfTheTableIsMetBySomeEvents() {
        assertThat(drawn().filter(arrow -> !MET.contains(arrow))).isEmpty();
    }

    @Test
    void nothingLeadsIntoUnusedOrBackToNothing() {
        assertThat(drawn()).noneMatch(arrow -> arrow.to() == IdentityState.UNUSED || arrow.to() == IdentityState.NOTHING);
    }

    @Test
    void everyStateButUnusedCanBecomeATokenHeldAgain() {
        Set<IdentityState> healed = new HashSet<>(Set.of(IdentityState.TOKEN_HELD));
        for (int i = 0; i < IdentityState.values().length; i++) {
            drawn().filter(arrow -> healed.contains(arrow.to())).forEach(arrow -> healed.add(arrow.from()));
        }

        assertThat(healed).containsAll(Arrays.stream(IdentityState.values()).filter(state -> state != IdentityState.UNUSED).toList());
    }

    @Test
    void forgottenComesOfRejectedAlone() {
        assertThat(drawn().filter(arrow -> arrow.to() == IdentityState.FORGOTTEN)).extracting(Arrow::from)
                .containsExactly(IdentityState.REJECTED);
    }

    @Test
    void everyStateMayStayAsItIs() {
        assertThat(IdentityState.values()).allMatch(state -> state.mayBecome(state));
    }
}
