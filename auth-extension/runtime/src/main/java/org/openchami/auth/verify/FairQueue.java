package org.openchami.auth.verify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What waits, never more than so much, and served in turns by peer. When it is full, the peer with the most gives up its newest: a flood from one
 * address makes only its own callers wait, and crowds out only them.
 */
final class FairQueue<T> {
    private final int most;
    private final Map<String, Deque<T>> byPeer = new LinkedHashMap<>();
    private int size;

    FairQueue(int most) {
        this.most = most;
    }

    /** What had to go for it, which may be itself; empty while there is room. */
    synchronized Optional<T> add(String peer, T item) {
        byPeer.computeIfAbsent(peer, name -> new ArrayDeque<>()).addLast(item);
        size++;
        return size > most ? Optional.of(fromTheLongest()) : Optional.empty();
    }

    private T fromTheLongest() {
        String longest = null;
        for (Map.Entry<String, Deque<T>> entry : byPeer.entrySet()) {
            if (longest == null || entry.getValue().size() >= byPeer.get(longest).size()) {
                longest = entry.getKey();
            }
        }
        Deque<T> items = byPeer.get(longest);
        T newest = items.pollLast();
        size--;
        if (items.isEmpty()) {
            byPeer.remove(longest);
        }
        return newest;
    }

    /** The next in turn; empty if nothing waits. */
    synchronized Optional<T> next() {
        if (size == 0) {
            return Optional.empty();
        }
        Map.Entry<String, Deque<T>> first = byPeer.entrySet().iterator().next();
        byPeer.remove(first.getKey());
        T item = first.getValue().pollFirst();
        size--;
        if (!first.getValue().isEmpty()) {
            byPeer.put(first.getKey(), first.getValue());
        }
        return Optional.of(item);
    }

    synchronized int size() {
        return size;
    }
}
