package org.openchami.auth.verify;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Values by token, never more than so many. When it is full the oldest goes that was not asked for since the last round (the clock algorithm): a flood
 * of tokens that come once each doesn't drive out those in use. No lock, and no order to keep up on a look-up.
 */
final class TokenMap<V> {
    /** How many that are in use are spared before one of them goes all the same: a bound for the time that an entry takes. */
    private static final int SPARED = 16;

    private static final class Entry<V> {
        final TokenHash hash;
        final V value;
        int place;
        volatile boolean used;

        Entry(TokenHash hash, V value) {
            this.hash = hash;
            this.value = value;
        }
    }

    private final ConcurrentMap<TokenHash, Entry<V>> entries = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<Entry<V>> places;
    private final AtomicInteger hand = new AtomicInteger();

    /** @param most at least 1 */
    TokenMap(int most) {
        places = new AtomicReferenceArray<>(most);
    }

    /** Null if there is none. */
    V get(TokenHash hash) {
        Entry<V> entry = entries.get(hash);
        if (entry == null) {
            return null;
        }
        if (!entry.used) {
            entry.used = true;
        }
        return entry.value;
    }

    void put(TokenHash hash, V value) {
        Entry<V> entry = new Entry<>(hash, value);
        settle(entry);
        Entry<V> before = entries.put(hash, entry);
        if (before != null) {
            places.compareAndSet(before.place, before, null);
        }
        if (places.get(entry.place) != entry) {
            // its place was taken before it could be found
            entries.remove(hash, entry);
        }
    }

    private void settle(Entry<V> entry) {
        for (int spared = 0;;) {
            int place = Math.floorMod(hand.getAndIncrement(), places.length());
            Entry<V> there = places.get(place);
            if (there != null && there.used && spared++ < SPARED) {
                there.used = false;
                continue;
            }
            entry.place = place;
            if (places.compareAndSet(place, there, entry)) {
                if (there != null) {
                    entries.remove(there.hash, there);
                }
                return;
            }
        }
    }

    /** Takes this value away, unless another one took its place. */
    void remove(TokenHash hash, V value) {
        Entry<V> entry = entries.get(hash);
        if (entry != null && entry.value == value && entries.remove(hash, entry)) {
            places.compareAndSet(entry.place, entry, null);
        }
    }

    int size() {
        return entries.size();
    }
}
