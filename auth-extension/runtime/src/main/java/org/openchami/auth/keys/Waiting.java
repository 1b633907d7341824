package org.openchami.auth.keys;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who waits, never more than so many, and in equal shares: when it is full, the group with the most waiters gives one up for a newcomer of another. So
 * whoever sends a flood crowds out only themselves.
 *
 * @param <W> a waiter, told apart by {@code equals}
 */
final class Waiting<W> {

    private static final class Group<W> {
        final long number;
        final String name;
        final Set<W> members = new LinkedHashSet<>();

        Group(long number, String name) {
            this.number = number;
            this.name = name;
        }

        int size() {
            return members.size();
        }

        long number() {
            return number;
        }
    }

    private final int most;
    private final Map<String, Group<W>> groups = new HashMap<>();
    private final TreeSet<Group<W>> bySize = new TreeSet<>(Comparator.<Group<W>>comparingInt(Group::size).thenComparingLong(Group::number));
    private long numbers;
    private int count;

    Waiting(int most) {
        this.most = most;
    }

    /** Who has to go for this one: nobody while there is room, and the newcomer where no other group has more waiters than its own would have. */
    synchronized Optional<W> enter(String name, W waiter) {
        if (count < most) {
            add(name, waiter);
            return Optional.empty();
        }
        Group<W> own = groups.get(name);
        Group<W> largest = bySize.isEmpty() ? null : bySize.last();
        if (largest == null || largest.size() <= (own == null ? 0 : own.size()) + 1) {
            return Optional.of(waiter);
        }
        W oldest = largest.members.iterator().next();
        leave(largest.name, oldest);
        add(name, waiter);
        return Optional.of(oldest);
    }

    /** It waits no more; whoever had to go before has left already. */
    synchronized void leave(String name, W waiter) {
        Group<W> group = groups.get(name);
        if (group == null || !group.members.contains(waiter)) {
            return;
        }
        bySize.remove(group);
        group.members.remove(waiter);
        count--;
        if (group.members.isEmpty()) {
            groups.remove(name);
        } else {
            bySize.add(group);
        }
    }

    synchronized int size() {
        return count;
    }

    private void add(String name, W waiter) {
        Group<W> group = groups.computeIfAbsent(name, absent -> new Group<>(numbers++, absent));
        bySize.remove(group);
        group.members.add(waiter);
        bySize.add(group);
        count++;
    }
}
