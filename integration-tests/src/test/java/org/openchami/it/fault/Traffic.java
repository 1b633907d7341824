package org.openchami.it.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.openchami.auth.testing.http.NoAnswer;

/**
 * Callers that call one time after the other, all at once, until they are stopped. Beside them somebody calls who needs no token: when that
 * takes long, too, the machine stands still, and a slow call says nothing.
 */
final class Traffic implements AutoCloseable {
    private static final long PAUSE_MILLIS = 20;
    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final List<Slow> slow = Collections.synchronizedList(new ArrayList<>());
    private final List<Slow> stalls = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean stopped;

    /** A call that took long. */
    record Slow(String caller, Instant begin, Instant end) {
        boolean meets(Slow other) {
            return begin.isBefore(other.end()) && other.begin().isBefore(end);
        }
    }

    /**
     * @param patience a call that takes longer is a slow one
     * @param callers by name; each makes one call and says what was wrong with it, or nothing
     * @param anybody makes one call to each service that needs no token
     */
    static Traffic start(Duration patience, Map<String, Supplier<String>> callers, Supplier<String> anybody) {
        Traffic traffic = new Traffic();
        callers.forEach((name, caller) -> traffic.add(name, caller, patience, traffic.slow));
        traffic.add("anybody", anybody, patience.dividedBy(3), traffic.stalls);
        traffic.threads.forEach(Thread::start);
        return traffic;
    }

    private void add(String name, Supplier<String> caller, Duration patience, List<Slow> tooSlow) {
        calls.put(name, new AtomicInteger());
        threads.add(new Thread(() -> run(name, caller, patience, tooSlow), name));
    }

    private void run(String name, Supplier<String> caller, Duration patience, List<Slow> tooSlow) {
        try {
            while (!stopped) {
                Instant begin = Instant.now();
                String fault = call(caller);
                Instant end = Instant.now();
                if (begin.plus(patience).isBefore(end)) {
                    tooSlow.add(new Slow(name, begin, end));
                }
                if (!fault.isEmpty()) {
                    failures.add(begin + " " + name + ": " + fault);
                }
                calls.get(name).incrementAndGet();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String call(Supplier<String> caller) {
        try {
            return caller.get();
        } catch (NoAnswer none) {
            return none.getMessage();
        }
    }

    /** Returns when each caller has made that many calls more. */
    void awaitMoreCalls(int more) {
        calls.forEach((name, count) -> {
            int goal = count.get() + more;
            await(name).atMost(Duration.ofSeconds(60)).until(() -> count.get() >= goal);
        });
    }

    /** How many were made, by all callers together. */
    long calls() {
        return calls.values().stream().mapToLong(AtomicInteger::get).sum();
    }

    /** What went wrong, in the order in which it did. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** The calls that took long while the machine did not stand still; to be asked when all is over. */
    List<Slow> slow() {
        return List.copyOf(slow).stream().filter(call -> List.copyOf(stalls).stream().noneMatch(call::meets)).toList();
    }

    /** Ends when the last call has. */
    void stop() {
        stopped = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
