package org.openchami.auth.keys;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What waits, never more than so much, in equal shares by peer, and served in turns by peer. When it is full, the largest share gives up its newest for
 * a newcomer of another: whoever sends a flood makes only their own wait, and crowds out only them.
 *
 * @param <T> told apart by {@code equals}
 */
public final class FairQueue<T> {

    private static final class Share<T> {
        private final String peer;
        private final long number;
        private final Deque<T> items = new ArrayDeque<>();

        Share(String peer, long number) {
            this.peer = peer;
            this.number = number;
        }

        int size() {
            return items.size();
        }

        long number() {
            return number;
        }
    }

    private final int most;
    /** In the order of their turns. */
    private final Map<String, Share<T>> shares = new LinkedHashMap<>();
    private final TreeSet<Share<T>> bySize = new TreeSet<>(Comparator.<Share<T>>comparingInt(Share::size).thenComparingLong(Share::number));
    private long numbers;
    private int size;

    public FairQueue(int most) {
        this.most = most;
    }

    /** What had to go for it: nothing while there is room, and itself where no other share is larger than its own would be. */
    public synchronized Optional<T> add(String peer, T item) {
        Optional<T> gone = Optional.empty();
        if (size >= most) {
            Share<T> own = shares.get(peer);
            Share<T> largest = bySize.isEmpty() ? null : bySize.last();
            if (largest == null || largest.size() <= (own == null ? 0 : own.size()) + 1) {
                return Optional.of(item);
            }
            gone = Optional.of(change(largest, Deque::pollLast));
        }
        change(shares.computeIfAbsent(peer, name -> new Share<>(name, numbers++)), items -> items.add(item));
        return gone;
    }

    /** The next in turn; empty if nothing waits. */
    public synchronized Optional<T> next() {
        if (shares.isEmpty()) {
            return Optional.empty();
        }
        Share<T> first = shares.values().iterator().next();
        T item = change(first, Deque::pollFirst);
        if (shares.remove(first.peer) != null) {
            shares.put(first.peer, first);
        }
        return Optional.of(item);
    }

    /** It waits no more; what had to go before has left already. */
    public synchronized void remove(String peer, T item) {
        Share<T> share = shares.get(peer);
        if (share != null) {
            change(share, items -> items.remove(item));
        }
    }

    public synchronized int size() {
        return size;
    }

    /** How many have something that waits. */
    synchronized int peers() {
        return shares.size();
    }

    /** A share is out of the order by size while its size changes, and out of all when nothing of it is left. */
    private <R> R change(Share<T> share, Function<Deque<T>, R> how) {
        bySize.remove(share);
        size -= share.size();
        R result = how.apply(share.items);
        size += share.size();
        if (share.items.isEmpty()) {
            shares.remove(share.peer);
        } else {
            bySize.add(share);
        }
        return result;
    }
}
