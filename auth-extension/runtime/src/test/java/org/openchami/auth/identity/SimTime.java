package org.openchami.auth.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.Callable;

import org.openchami.auth.identity.Surroundings.Blocking;

import io.smallrye.mutiny.Uni;

/** Time that stands still until the next thing is due, and then leaps there. The wall's clock can be set; what is monotonic can't. */
final class SimTime extends Clock {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private record Due(long at, long order, Runnable task) {}

    private final PriorityQueue<Due> queue = new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
    private long nanos;
    private long order;
    private Duration wallSet = Duration.ofNanos(-1);
    private Duration wallAhead = Duration.ZERO;

    void after(Duration delay, Runnable task) {
        queue.add(new Due(nanos + Math.max(0, delay.toNanos()), order++, task));
    }

    /** Does what is due until then. */
    void run(Duration until) {
        while (!queue.isEmpty() && queue.peek().at() <= until.toNanos()) {
            Due due = queue.poll();
            nanos = Math.max(nanos, due.at());
            due.task().run();
        }
        nanos = Math.max(nanos, until.toNanos());
    }

    Duration now() {
        return Duration.ofNanos(nanos);
    }

    void setWall(Duration ahead) {
        wallAhead = ahead;
        wallSet = now();
    }

    /** When the wall's clock was set last. */
    Duration wallSet() {
        return wallSet;
    }

    /** What blocks takes a moment, and ends on its own. */
    Surroundings surroundings(Random random) {
        return new Surroundings(this, () -> nanos, random::nextDouble, this::after, new Blocking() {
            @Override
            public <T> Uni<T> call(Callable<T> work) {
                return Uni.createFrom().emitter(emitter -> after(Duration.ofMillis(random.nextInt(4)), () -> {
                    T done;
                    try {
                        done = work.call();
                    } catch (Exception e) {
                        after(Duration.ofMillis(1), () -> emitter.fail(e));
                        return;
                    }
                    after(Duration.ofMillis(random.nextInt(4)), () -> emitter.complete(done));
                }));
            }
        });
    }

    @Override
    public Instant instant() {
        return START.plusNanos(nanos).plus(wallAhead);
    }

    @Override
    public long millis() {
        return instant().toEpochMilli();
    }

    @Override
    public ZoneId getZone() { return ZoneOffset.UTC; }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
