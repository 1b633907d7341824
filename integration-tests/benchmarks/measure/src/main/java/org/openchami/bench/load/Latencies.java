package org.openchami.bench.load;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** How long the answers of an open loop took. */
public final class Latencies {
    private final long[] nanos;
    private final int wanted;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private int answers;

    Latencies(int wanted) {
        this.wanted = wanted;
        this.nanos = new long[wanted];
    }

    void add(int status, long time) {
        if (answers < wanted) {
            nanos[answers++] = time;
        }
        statuses.merge(status, 1, Integer::sum);
    }

    /** Answers by their HTTP status. */
    public Map<Integer, Integer> statuses() {
        return Map.copyOf(statuses);
    }

    public int answers() {
        return answers;
    }

    public int unanswered() {
        return wanted - answers;
    }

    /** Milliseconds that so many of a hundred answers did not exceed. */
    public double percentile(double share) {
        long[] sorted = Arrays.copyOf(nanos, answers);
        Arrays.sort(sorted);
        return answers == 0 ? Double.NaN : sorted[(int) Math.min(answers - 1L, (long) Math.ceil(answers * share / 100) - 1)] / 1e6;
    }
}
