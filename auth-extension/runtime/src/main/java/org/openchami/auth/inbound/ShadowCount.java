package org.openchami.auth.inbound;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

import jakarta.inject.Singleton;

/** How many requests were let through that would have been refused, by what was wrong. */
@Singleton
public class ShadowCount {
    private final Map<String, LongAdder> counts = new TreeMap<>();

    ShadowCount() {
        for (Shadowed reason : Shadowed.values()) {
            counts.put(reason.code(), new LongAdder());
        }
    }

    void count(Shadowed reason) {
        counts.get(reason.code()).increment();
    }

    /** All of them, each name fixed from the start. */
    public Map<String, LongAdder> counts() {
        return Map.copyOf(counts);
    }
}
