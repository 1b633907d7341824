package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

class WaitingRoomTest {
    private static final int MOST = 1024;
    private final WaitingRoom room = new WaitingRoom(MOST, Runnable::run);
    private final CompletableFuture<KeyLookup> answer = new CompletableFuture<>();
    private final Uni<KeyLookup> shared = Uni.createFrom().completionStage(answer).memoize().indefinitely();

    private CompletionStage<KeyLookup> wait(String peer) {
        return room.await(Network.of(peer), shared).subscribeAsCompletionStage();
    }

    private List<CompletionStage<KeyLookup>> flood() {
        return IntStream.range(0, 10_000).mapToObj(i -> wait("2001:db8::" + Integer.toHexString(i))).toList();
    }

    @Test
    void aCallerFromElsewhereIsServedThoughAWholeIpv6NetworkFloods() {
        List<CompletionStage<KeyLookup>> junk = flood();
        CompletionStage<KeyLookup> caller = wait("2001:db8:0:1::7");

        answer.complete(new KeyLookup.Unknown());

        assertThat(caller).isCompletedWithValueMatching(KeyLookup.Unknown.class::isInstance);
        assertThat(junk).filteredOn(one -> one.toCompletableFuture().join() instanceof KeyLookup.Unknown).hasSize(MOST - 1);
    }

    @Test
    void whoHasToGoIsToldSoAtOnceAndWhenToComeBack() {
        List<CompletionStage<KeyLookup>> junk = flood();
        wait("10.0.0.1");

        assertThat(junk.get(MOST - 1)).isCompletedWithValueMatching(
                lookup -> lookup instanceof KeyLookup.Unavailable unavailable && !unavailable.retryAfter().isNegative());
        assertThat(junk.get(0)).isNotDone();
        assertThat(junk.get(MOST)).isDone();
    }

    @Test
    void theAnswerEmptiesTheRoom() {
        flood();
        answer.complete(new KeyLookup.Unknown());

        assertThat(room.size()).isZero();
    }

    @Test
    void aFailureEmptiesTheRoom() {
        flood();
        answer.completeExceptionally(new IllegalStateException());

        assertThat(room.size()).isZero();
    }

    @Test
    void whoGivesUpLeaves() {
        room.await("10.0.0.1", shared).subscribe().with(lookup -> {}).cancel();

        assertThat(room.size()).isZero();
    }

    @Test
    void aCallerGoesOnInItsOwnContext() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Context context = vertx.getOrCreateContext();
            CompletableFuture<Context> after = new CompletableFuture<>();
            context.runOnContext(start -> room.await("10.0.0.1", shared).subscribe()
                    .with(lookup -> after.complete(Vertx.currentContext())));
            CompletableFuture<Void> waits = new CompletableFuture<>();
            context.runOnContext(done -> waits.complete(null));
            waits.get(30, TimeUnit.SECONDS);

            answer.complete(new KeyLookup.Unknown());

            assertThat(after.get(30, TimeUnit.SECONDS)).isSameAs(context);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
