package org.openchami.it.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import org.openchami.auth.testing.http.NoAnswer;
import org.openchami.it.world.World;

/** Nodes that smd does not know ask bss for their scripts, one after the other: each time bss must ask smd with its own token. */
final class Nodes implements AutoCloseable {
    private static final long PAUSE_MILLIS = 50;
    private final Callers callers;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "nodes");
    private volatile boolean waiting;
    private volatile boolean stopped;

    /** @param fault what was wrong with its answer; empty if nothing was */
    record Call(Instant begin, Instant end, String fault) {
        boolean failed() {
            return !fault.isEmpty();
        }
    }

    private Nodes(World world) {
        callers = new Callers(world);
    }

    static Nodes calling(World world) {
        Nodes nodes = new Nodes(world);
        nodes.thread.start();
        return nodes;
    }

    /** While bss is not there. */
    void rest() {
        waiting = true;
    }

    void goOn() {
        waiting = false;
    }

    /** Returns when that many calls more were made. */
    void awaitMore(int more) {
        int goal = calls.size() + more;
        await("calls of nodes").atMost(Duration.ofSeconds(60)).until(() -> calls.size() >= goal);
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    /** The first good one that began then or later. */
    Optional<Call> goodSince(Instant from) {
        return calls.stream().filter(call -> !call.begin().isBefore(from) && !call.failed()).findFirst();
    }

    private void run() {
        try {
            for (int number = 0; !stopped; number++) {
                if (!waiting) {
                    Instant begin = Instant.now();
                    String fault = call(number);
                    calls.add(new Call(begin, Instant.now(), fault));
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String call(int number) {
        try {
            return callers.unknownNode(number).lines().limit(2).collect(Collectors.joining(" "));
        } catch (NoAnswer none) {
            return none.getMessage();
        }
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
