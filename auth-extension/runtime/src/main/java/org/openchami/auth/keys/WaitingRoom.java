package org.openchami.auth.keys;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Lets callers wait for an answer, but no more of them than there is room for; each goes on where it came from, as Vert.x has it, and in turns
 * by share.
 */
final class WaitingRoom {
    static final Duration RETRY = Duration.ofSeconds(2);
    private static final KeyLookup CROWDED = new KeyLookup.Unavailable(RETRY);

    private final FairQueue<CompletableFuture<KeyLookup>> waiting;
    private final Turns turns;

    /** @param soon runs a task once the event loops had time for others */
    WaitingRoom(int most, Consumer<Runnable> soon) {
        waiting = new FairQueue<>(most);
        turns = new Turns(soon);
    }

    /**
     * The answer, or that nothing can be said because too many wait.
     *
     * @param share whose share the place is from
     */
    Uni<KeyLookup> await(String share, Uni<KeyLookup> answer) {
        return Uni.createFrom().deferred(() -> {
            CompletableFuture<KeyLookup> sentAway = new CompletableFuture<>();
            waiting.add(share, sentAway).ifPresent(one -> one.complete(CROWDED));
            if (sentAway.isDone()) {
                return Uni.createFrom().item(CROWDED);
            }
            return here(Uni.combine().any().of(Uni.createFrom().completionStage(sentAway), answer).onTermination()
                    .invoke(() -> waiting.remove(share, sentAway)));
        });
    }

    /** What all who wait are told at once, each when it is the turn of its share. */
    <T> Uni<T> inTurn(String share, Uni<T> told) {
        return told.onItemOrFailure().call(() -> turns.take(share));
    }

    private static <T> Uni<T> here(Uni<T> answer) {
        Context context = Vertx.currentContext();
        return context == null ? answer : answer.emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    int size() {
        return waiting.size();
    }
}
