package org.openchami.it.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.awaitility.Awaitility;
import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.NoAnswer;

/** Callers that together make so many calls a second, whatever each takes; what a busy machine makes late is made up for. */
final class Load implements AutoCloseable {
    private static final int THREADS_EACH = 4;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, List<Long>> millis = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile String phase;
    private volatile boolean stopped;

    private Load(String phase) {
        this.phase = phase;
    }

    static Load start(List<Caller> callers, int perSecond, String phase) {
        Load load = new Load(phase);
        Duration period = Duration.ofSeconds(1).multipliedBy((long) callers.size() * THREADS_EACH).dividedBy(perSecond);
        for (Caller caller : callers) {
            for (int i = 0; i < THREADS_EACH; i++) {
                load.threads.add(new Thread(() -> load.run(caller, period.toNanos()), caller + " " + i));
            }
        }
        load.threads.forEach(Thread::start);
        return load;
    }

    private void run(Caller caller, long period) {
        for (long next = System.nanoTime(); !stopped; next += period) {
            LockSupport.parkNanos(next - System.nanoTime());
            one(caller);
        }
    }

    /** A call that is counted with the others. */
    void one(Caller caller) {
        Instant begin = Instant.now();
        try {
            Answer answer = caller.call();
            Seen one = Seen.of(begin, answer);
            seen.add(one);
            if (!one.served()) {
                failures.add(begin + " " + caller + ": " + answer + " " + answer.body().strip());
            }
        } catch (NoAnswer none) {
            unanswered.incrementAndGet();
            failures.add(begin + " " + caller + ": " + none.getMessage());
        }
        millis.computeIfAbsent(phase, any -> Collections.synchronizedList(new ArrayList<>()))
                .add(Duration.between(begin, Instant.now()).toMillis());
        calls.incrementAndGet();
    }

    /** What follows is to be told from what was before. */
    void phase(String name) {
        phase = name;
    }

    int calls() {
        return calls.get();
    }

    void await(int wanted, Duration patience) {
        Awaitility.await("calls").atMost(patience).pollInterval(Duration.ofMillis(50)).until(() -> calls.get() >= wanted);
    }

    /** What was answered to each call, in the order in which the answers came. */
    List<Seen> seen() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    /** How many calls got no answer at all. */
    int unanswered() {
        return unanswered.get();
    }

    /** The calls that were not served, and why. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** How long the calls of that phase took. */
    String times(String name) {
        List<Long> sorted = millis.getOrDefault(name, List.of()).stream().sorted().toList();
        return sorted.isEmpty()
                ? "none"
                : "%d calls, p50 %d ms, p99 %d ms, slowest %d ms".formatted(sorted.size(), sorted.get(sorted.size() / 2),
                        sorted.get(sorted.size() * 99 / 100), sorted.get(sorted.size() - 1));
    }

    @Override
    public void close() {
        stopped = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
