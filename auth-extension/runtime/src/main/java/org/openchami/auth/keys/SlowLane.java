package org.openchami.auth.keys;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;

/** Where signatures are checked that take too long for an event loop: on a few worker threads, in turns by peer, and none waits without bound. */
public final class SlowLane {
    private static final int MOST_WAITING = 256;

    private record Task<V>(Supplier<V> check, V crowdedOut, CompletableFuture<V> done) {
        void crowdOut() {
            done.complete(crowdedOut);
        }
    }

    private final WorkerExecutor workers;
    private final int lanes;
    private final FairQueue<Task<?>> queue;
    private final AtomicInteger running = new AtomicInteger();

    public SlowLane(Vertx vertx) {
        this(vertx, Math.max(1, Runtime.getRuntime().availableProcessors() / 2), MOST_WAITING);
    }

    SlowLane(Vertx vertx, int lanes, int most) {
        // threads of their own: what else waits on the workers of Vert.x is no reason to keep a caller waiting
        this.workers = vertx.createSharedWorkerExecutor("openchami-auth-signatures",
                Math.max(2, Runtime.getRuntime().availableProcessors()));
        this.lanes = lanes;
        this.queue = new FairQueue<>(most);
    }

    /**
     * What {@code check} gives; {@code crowdedOut} if others have to be served first, or nothing can be.
     *
     * @param peer who asks, an address or a key; all of one network take turns together
     */
    public <V> CompletableFuture<V> run(String peer, Supplier<V> check, V crowdedOut) {
        Task<V> task = new Task<>(check, crowdedOut, new CompletableFuture<>());
        queue.add(Network.of(peer), task).ifPresent(Task::crowdOut);
        serve();
        return task.done();
    }

    /** One thread for one task: a flood never looks like a thread that hangs. */
    private void serve() {
        while (queue.size() > 0) {
            int now = running.get();
            if (now >= lanes) {
                return;
            }
            if (running.compareAndSet(now, now + 1)) {
                queue.next().ifPresentOrElse(this::start, running::decrementAndGet);
            }
        }
    }

    private <V> void start(Task<V> task) {
        try {
            workers.executeBlocking(task.check()::get, false)
                    .onComplete(result -> end(task, result.succeeded() ? result.result() : task.crowdedOut()));
        } catch (RejectedExecutionException e) {
            end(task, task.crowdedOut());
        }
    }

    private <V> void end(Task<V> task, V result) {
        running.decrementAndGet();
        serve();
        task.done().complete(result);
    }
}
