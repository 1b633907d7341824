package org.openchami.auth.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

import org.openchami.auth.authority.Uptime;

import io.smallrye.mutiny.Uni;

/** Time, chance and threads, as an identity meets them: a test brings its own, and then nothing here is left to luck. */
record Surroundings(Clock clock, Uptime uptime, DoubleSupplier random, Later later, Blocking blocking) {

    /** Runs something after a while, on no thread in particular. */
    interface Later {
        void run(Duration delay, Runnable task);
    }

    /** Runs what blocks where it holds nobody up. */
    interface Blocking {
        <T> Uni<T> call(Callable<T> work);
    }

    /** What the work gives, or this failure if it takes longer; the work itself goes on for others that wait for it. */
    <T> Uni<T> within(Duration limit, Uni<T> work, Supplier<? extends Throwable> late) {
        return Uni.createFrom().emitter(emitter -> {
            work.subscribe().with(emitter::complete, emitter::fail);
            later.run(limit, () -> emitter.fail(late.get()));
        });
    }

    Uni<Void> pause(Duration delay) {
        return Uni.createFrom().emitter(emitter -> later.run(delay, () -> emitter.complete(null)));
    }
}
