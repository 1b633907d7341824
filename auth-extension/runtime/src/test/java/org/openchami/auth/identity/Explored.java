package org.openchami.auth.identity;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

/** All that the events can do, in any order that they can come in, to a service with one peer and to one with two. */
final class Explored {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    /** What led along each arrow. */
    static final Map<Arrow, Set<String>> MET = new HashMap<>();

    record Arrow(IdentityState from, IdentityState to) {}

    static {
        explore(List.of("smd"));
        explore(List.of("smd", "pcs"));
    }

    private Explored() {}

    private static void explore(List<String> peers) {
        Set<IdentitySnapshot> seen = new HashSet<>();
        Deque<IdentitySnapshot> open = new ArrayDeque<>(List.of(IdentitySnapshot.initial("bss", peers, NOW)));
        while (!open.isEmpty()) {
            IdentitySnapshot from = open.poll();
            events(peers).filter(event -> comes(event, from)).forEach(event -> {
                IdentitySnapshot to = Transition.of(from, event, NOW);
                MET.computeIfAbsent(new Arrow(from.state(), to.state()), arrow -> new TreeSet<>()).add(event.cause());
                if (seen.add(alike(to))) {
                    open.add(alike(to));
                }
            });
        }
    }

    /** In which order an identity tells what happens to it: a key first of all, an answer where something was asked. */
    private static boolean comes(IdentityEvent event, IdentitySnapshot to) {
        boolean asking = to.tokens().values().stream().anyMatch(PeerToken::asking);
        if (event instanceof KeyMade) {
            return !to.keyMade();
        } else if (event instanceof Rejected) {
            return asking;
        } else if (event instanceof Forgotten || event instanceof Cleared) {
            return to.doubt().filter(IdentityState.REJECTED::equals).isPresent();
        } else if (event instanceof Held held) {
            return to.tokens().get(held.peer()).asking();
        } else if (event instanceof Failed failed) {
            return to.tokens().get(failed.peer()).asking();
        } else if (event instanceof Ended ended) {
            return to.tokens().get(ended.peer()).valid();
        }
        return to.keyMade() && (to.registered() || !(event instanceof Withheld));
    }

    /** Each with what it says to people as its cause. */
    private static Stream<IdentityEvent> events(List<String> peers) {
        Stream<IdentityEvent> ours = Stream.of(new KeyMade("a key is stored"), new Registered("bss", "the authority registers it"),
                new Rejected("the authority does not know it"), new Forgotten("seen twice"), new Cleared("the doubt is over"));
        return Stream.concat(ours, peers.stream().flatMap(peer -> Stream.of(new Withheld(peer, "registered with less"),
                new Asking(peer, "a token is asked for"), new Held(peer, NOW, "a token comes"), new Failed(peer, false, "no token comes"),
                new Failed(peer, true, "not allowed"), new Ended(peer, "a token runs out"))));
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

    /** The arrows of the table, in the order of the states. */
    static Stream<Arrow> drawn() {
        return Arrays.stream(IdentityState.values()).flatMap(from -> Arrays.stream(IdentityState.values())
                .filter(to -> to != from && from.mayBecome(to)).map(to -> new Arrow(from, to)));
    }

    /** All arrows with what leads along each, a line for each state that one begins at. */
    static String table() {
        Map<IdentityState, String> lines = new LinkedHashMap<>();
        drawn().forEach(arrow -> lines.merge(arrow.from(), "**" + arrow.to().text() + "**: " + String.join(", ", MET.get(arrow)),
                (one, other) -> one + "; " + other));
        return lines.entrySet().stream().map(line -> "| " + line.getKey().text() + " | " + line.getValue() + " |\n")
                .collect(Collectors.joining("", "| from | to, when |\n|---|---|\n", ""));
    }
}
