package org.openchami.auth.rights;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The proofs that were used, until each would be refused for its age (RFC 9449 section 11.1). None is ever forgotten earlier: what doesn't fit is not
 * let in. A key may hold as many as there is still room for beside it, so that one busy or hostile client never takes more than half, several of
 * them leave as much as each has, and who comes next finds room.
 */
final class SeenProofs {
    private record Entry(String thumbprint, String id) {}

    enum Answer {
        NEW,
        SEEN,
        /** Nothing can be said: no room. */
        FULL
    }

    private final int capacity;
    private final Map<String, Set<String>> byKey = new HashMap<>();
    private final NavigableMap<Long, List<Entry>> byEnd = new TreeMap<>();
    private int size;

    SeenProofs(int capacity) {
        this.capacity = capacity;
    }

    synchronized boolean contains(String thumbprint, String id) {
        return byKey.getOrDefault(thumbprint, Set.of()).contains(id);
    }

    /** @param end when a proof of this age is refused anyway */
    synchronized Answer add(String thumbprint, String id, Instant end, Instant now) {
        forget(now);
        Set<String> ids = byKey.getOrDefault(thumbprint, Set.of());
        if (ids.contains(id)) {
            return Answer.SEEN;
        }
        if (ids.size() >= capacity - size) {
            return Answer.FULL;
        }
        byKey.computeIfAbsent(thumbprint, key -> new HashSet<>()).add(id);
        byEnd.computeIfAbsent(end.getEpochSecond() + 1, second -> new ArrayList<>()).add(new Entry(thumbprint, id));
        size++;
        return Answer.NEW;
    }

    private void forget(Instant now) {
        Map<Long, List<Entry>> past = byEnd.headMap(now.getEpochSecond());
        past.values().forEach(entries -> entries.forEach(this::remove));
        past.clear();
    }

    private void remove(Entry entry) {
        Set<String> ids = byKey.get(entry.thumbprint());
        ids.remove(entry.id());
        size--;
        if (ids.isEmpty()) {
            byKey.remove(entry.thumbprint());
        }
    }

    synchronized int size() {
        return size;
    }
}
