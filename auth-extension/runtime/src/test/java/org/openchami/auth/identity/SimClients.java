package org.openchami.auth.identity;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The clients that an authority has, and what becomes of them. */
final class SimClients {
    private static final Duration A_MOMENT = Duration.ofMillis(1_500);
    private static final Duration A_LOOK_AND_A_LOOK = Duration.ofSeconds(10);

    /**
     * @param kids ids of the keys that prove it, by instance
     * @param token manages it by RFC 7592
     */
    record Client(Map<String, Set<String>> kids, String token) {
        boolean provenBy(String kid) {
            return kids.values().stream().anyMatch(all -> all.contains(kid));
        }
    }

    private final Map<String, Client> live = new LinkedHashMap<>();
    private final Map<String, Client> hidden = new HashMap<>();
    private final SimTime time;
    private final Random random;
    private final SimSaidOnce once;
    private Duration lastMade = Duration.ZERO;
    private Duration unseen = A_LOOK_AND_A_LOOK.negated();
    private int tokens;
    private int made;
    private int takenAway;

    SimClients(SimTime time, Random random, SimSaidOnce once) {
        this.time = time;
        this.random = random;
        this.once = once;
    }

    boolean has(String id) {
        return live.containsKey(id);
    }

    /** Whether it is there, seen or not. */
    boolean lives(String id) {
        return has(id) || hidden.containsKey(id);
    }

    Client get(String id) {
        return live.getOrDefault(id, hidden.get(id));
    }

    Set<String> ids() {
        return live.keySet();
    }

    int made() {
        return made;
    }

    boolean madeJustNow() {
        return lastMade.plus(A_LOOK_AND_A_LOOK).compareTo(time.now()) > 0;
    }

    /** How often nothing was left. */
    int takenAway() {
        return takenAway;
    }

    String make(String id, String instance, Set<String> kids) {
        made++;
        lastMade = time.now();
        live.put(id, new Client(new HashMap<>(Map.of(instance, kids)), token()));
        return id;
    }

    /** Gives it these keys alone; and gives its new token. */
    String replace(String id, String instance, Set<String> kids) {
        live.put(id, new Client(new HashMap<>(Map.of(instance, kids)), token()));
        return live.get(id).token();
    }

    void delete(String id) {
        live.remove(id);
    }

    private String token() {
        return "secret-" + tokens++;
    }

    void strike(SimFault fault) {
        switch (fault) {
            case UNSEEN -> hide();
            case KEYS_REPLACED -> {
                boolean managed = random.nextBoolean();
                live.replaceAll((id, was) -> new Client(new HashMap<>(Map.of("foreign", Set.of("foreign"))),
                        managed ? was.token() : untold()));
            }
            case MANAGEMENT_DEAD -> live.replaceAll((id, was) -> new Client(was.kids(), untold()));
            default -> {
                takenAway += live.isEmpty() && hidden.isEmpty() ? 0 : 1;
                live.clear();
                hidden.clear();
            }
        }
    }

    private String untold() {
        String token = token();
        once.says(token);
        return token;
    }

    private void hide() {
        if (unseen.plus(A_LOOK_AND_A_LOOK).compareTo(time.now()) > 0) {
            // who looks twice and sees nothing twice is right to believe it
            return;
        }
        unseen = time.now();
        hidden.putAll(live);
        live.clear();
        time.after(A_MOMENT, () -> {
            hidden.forEach(live::putIfAbsent);
            hidden.clear();
        });
    }
}
