package org.openchami.bench.load;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Which requests of an open loop are due, and since when. Used by one thread. */
final class Schedule implements Runnable {
    private final List<byte[]> requests;
    private final int perSecond;
    private final Queue<PacedConnection> idle;
    private final Latencies latencies;
    private final long start = System.nanoTime();
    private final Queue<Long> waiting = new ArrayDeque<>();
    private int due;
    private int sent;
    private boolean over;

    Schedule(List<byte[]> requests, int perSecond, Queue<PacedConnection> idle) {
        this.requests = requests;
        this.perSecond = perSecond;
        this.idle = idle;
        this.latencies = new Latencies(requests.size());
    }

    @Override
    public void run() {
        if (over) {
            return;
        }
        long now = System.nanoTime();
        long dueByNow = Math.min(requests.size(), (now - start) * perSecond / 1_000_000_000L);
        for (; due < dueByNow; due++) {
            waiting.add(now);
        }
        while (!waiting.isEmpty() && !idle.isEmpty()) {
            idle.poll().send(requests.get(sent++), waiting.poll(), this);
        }
    }

    void answered(int status, long since) {
        if (!over) {
            latencies.add(status, System.nanoTime() - since);
            run();
        }
    }

    /** From now on nothing is sent, and nothing counts. */
    Latencies end() {
        over = true;
        return latencies;
    }
}
