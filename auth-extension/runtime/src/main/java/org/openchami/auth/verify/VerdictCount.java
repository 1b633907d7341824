package org.openchami.auth.verify;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import jakarta.inject.Singleton;

/** How many tokens were judged how: {@code accepted}, {@code undecided}, or the reason of the refusal. */
@Singleton
public class VerdictCount {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    VerdictCount() {
        name("accepted");
        name("undecided");
        for (Reason reason : Reason.values()) {
            name(reason.name().toLowerCase(Locale.ROOT));
        }
    }

    private void name(String verdict) {
        counts.put(verdict, new LongAdder());
    }

    void count(Verdict verdict) {
        String name = verdict instanceof Verdict.Rejected rejected
                ? rejected.reason().name().toLowerCase(Locale.ROOT)
                : verdict instanceof Verdict.Accepted ? "accepted" : "undecided";
        counts.get(name).increment();
    }

    /** All of them, each name fixed from the start. */
    public Map<String, LongAdder> counts() {
        return Map.copyOf(counts);
    }
}
