package org.openchami.auth.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.openchami.auth.credential.StoredClient;
import org.openchami.auth.credential.StoredIdentity;
import org.openchami.auth.secret.Secret;

/**
 * What an authority says only once: the ids it chooses, the registration access tokens. Each comes into the store, or there is a reason why not: its
 * answer was lost, or the process died that heard it.
 */
final class SimSaidOnce {
    /** By the process that heard it. */
    private final Map<String, AtomicBoolean> heard = new HashMap<>();
    private final Set<String> lost = new HashSet<>();

    /** Lost until it is heard. */
    void says(String what) {
        lost.add(what);
    }

    void heard(String what, AtomicBoolean alive) {
        if (alive.get()) {
            lost.remove(what);
            heard.put(what, alive);
        }
    }

    void died(AtomicBoolean process) {
        heard.forEach((what, by) -> {
            if (by == process) {
                lost.add(what);
            }
        });
        heard.values().removeIf(by -> by == process);
    }

    void stored(StoredIdentity identity) {
        identity.client().ifPresent(this::stored);
        identity.former().ifPresent(this::stored);
        identity.orphans().forEach(heard::remove);
    }

    private void stored(StoredClient client) {
        heard.remove(client.id());
        client.registrationAccessToken().map(Secret::reveal).ifPresent(heard::remove);
    }

    /** It was used, and something else has taken its place. */
    void over(String what) {
        heard.remove(what);
    }

    /** What somebody heard, lives, and has not stored. */
    Set<String> unstored() {
        return heard.keySet();
    }

    Set<String> lost() {
        return lost;
    }
}
