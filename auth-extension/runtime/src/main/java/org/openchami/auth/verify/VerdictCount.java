package org.openchami.auth.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import jakarta.inject.Singleton;

/** How many tokens were judged how: {@code accepted}, {@code undecided}, or the code of the reason for the refusal. */
@Singleton
public class VerdictCount {
    private final Map<String, LongAdder> counts = new HashMap<>();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder undecided = new LongAdder();
    private final LongAdder cached = new LongAdder();

    VerdictCount() {
        counts.put("accepted", accepted);
        counts.put("undecided", undecided);
        for (Reason reason : Reason.values()) {
            counts.put(reason.code(), new LongAdder());
        }
    }

    void count(Verdict verdict) {
        if (verdict instanceof Verdict.Rejected rejected) {
            counts.get(rejected.reason().code()).increment();
        } else {
            (verdict instanceof Verdict.Accepted ? accepted : undecided).increment();
        }
    }

    /** Accepted, because it was accepted before. */
    void countCached() {
        accepted.increment();
        cached.increment();
    }

    /** All of them, each name fixed from the start. */
    public Map<String, LongAdder> counts() {
        return Map.copyOf(counts);
    }

    /** How many of the accepted were remembered from before. */
    public LongAdder cached() {
        return cached;
    }
}
