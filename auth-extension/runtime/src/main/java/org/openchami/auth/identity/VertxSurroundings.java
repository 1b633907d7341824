package org.openchami.auth.identity;

import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;

import org.openchami.auth.authority.Uptime;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Real time, and Vert.x' threads. */
final class VertxSurroundings {

    private VertxSurroundings() {}

    static Surroundings of(Vertx vertx, Clock clock, Uptime uptime) {
        // a context of its own: what runs here must not go on in, or hold on to, the request that happened to ask first
        Context own = vertx.getOrCreateContext();
        Surroundings.Later later = (delay, task) -> own
                .runOnContext(ignored -> vertx.setTimer(Math.max(1, delay.toMillis()), id -> task.run()));
        return new Surroundings(clock, uptime, () -> ThreadLocalRandom.current().nextDouble(), later, new OffLoop(vertx, own));
    }

    private record OffLoop(Vertx vertx, Context own) implements Surroundings.Blocking {
        @Override
        public <T> Uni<T> call(Callable<T> work) {
            return Uni.createFrom().completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage())
                    .emitOn(task -> own.runOnContext(ignored -> task.run()));
        }
    }
}
