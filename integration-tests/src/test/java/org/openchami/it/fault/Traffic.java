package org.openchami.it.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.openchami.auth.testing.http.NoAnswer;

/** Callers that call one time after the other, all at once, until they are stopped. */
final class Traffic implements AutoCloseable {
    private static final long PAUSE_MILLIS = 20;
    private final List<Thread> threads = new ArrayList<>();
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final Map<String, Long> slowest = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    /** @param callers by name; each makes one call and says what was wrong with it, or nothing */
    static Traffic start(Map<String, Supplier<String>> callers) {
        Traffic traffic = new Traffic();
        callers.forEach(traffic::add);
        traffic.threads.forEach(Thread::start);
        return traffic;
    }

    private void add(String name, Supplier<String> caller) {
        calls.put(name, new AtomicInteger());
        slowest.put(name, 0L);
        threads.add(new Thread(() -> run(name, caller), name));
    }

    private void run(String name, Supplier<String> caller) {
        try {
            while (!stopped) {
                long begin = System.nanoTime();
                String fault = call(caller);
                slowest.merge(name, System.nanoTime() - begin, Math::max);
                calls.get(name).incrementAndGet();
                if (!fault.isEmpty()) {
                    failures.add(name + ": " + fault);
                }
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

    /** What went wrong, in the order in which it did. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** How long the slowest call of all took. */
    Duration slowest() {
        return Duration.ofNanos(Collections.max(slowest.values()));
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
