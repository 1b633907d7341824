package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

class SlowLaneTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final String OUT = "crowded out";
    private static final String DONE = "done";

    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    private String waits() {
        most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            open.await();
            return DONE;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private static String of(CompletableFuture<String> verdict) throws Exception {
        return verdict.get(60, TimeUnit.SECONDS);
    }

    @Test
    void aCheckDoesNotWaitForTheWorkersOfOthers() throws Exception {
        Vertx busy = Vertx.vertx(new VertxOptions().setWorkerPoolSize(1));
        CountDownLatch over = new CountDownLatch(1);
        try {
            busy.executeBlocking(() -> over.await(60, TimeUnit.SECONDS), false);

            assertThat(of(new SlowLane(busy, 1, 8).run("a", () -> DONE, OUT))).isSameAs(DONE);
        } finally {
            over.countDown();
            busy.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void aCheckRunsOnAThreadOfTheLane() throws Exception {
        SlowLane lane = new SlowLane(VERTX, 1, 8);
        List<String> threads = new ArrayList<>();
        Supplier<String> check = () -> {
            threads.add(Thread.currentThread().getName());
            return DONE;
        };

        assertThat(of(lane.run("a", check, OUT))).isSameAs(DONE);
        assertThat(threads).hasSize(1).allMatch(name -> name.startsWith("openchami-auth-signatures"));
    }

    @Test
    void noMoreRunAtOnceThanThereAreLanes() throws Exception {
        SlowLane lane = new SlowLane(VERTX, 2, 64);
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(lane.run("peer " + i, this::waits, OUT));
        }
        open.countDown();

        for (CompletableFuture<String> one : all) {
            assertThat(of(one)).isSameAs(DONE);
        }
        assertThat(most.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void whoFloodsItIsCrowdedOutAndNobodyElse() throws Exception {
        SlowLane lane = new SlowLane(VERTX, 1, 4);
        List<CompletableFuture<String>> flood = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            flood.add(lane.run("flood", this::waits, OUT));
        }
        CompletableFuture<String> other = lane.run("other", this::waits, OUT);

        assertThat(flood.stream().filter(CompletableFuture::isDone)).hasSizeGreaterThanOrEqualTo(45)
                .allSatisfy(one -> assertThat(one.join()).isSameAs(OUT));
        open.countDown();
        assertThat(of(other)).isSameAs(DONE);
    }

    @Test
    void aNetworkOfManyAddressesFloodsAsOne() throws Exception {
        SlowLane lane = new SlowLane(VERTX, 1, 4);
        for (int i = 0; i < 50; i++) {
            lane.run("2001:db8::" + Integer.toHexString(i + 1), this::waits, OUT);
        }
        CompletableFuture<String> other = lane.run("2001:db8:1::1", this::waits, OUT);
        open.countDown();

        assertThat(of(other)).isSameAs(DONE);
    }

    @Test
    void aCheckThatFailsDecidesNothingAndHoldsUpNobody() throws Exception {
        SlowLane lane = new SlowLane(VERTX, 1, 4);
        Supplier<String> fails = () -> {
            throw new IllegalStateException();
        };

        assertThat(of(lane.run("a", fails, OUT))).isSameAs(OUT);
        assertThat(of(lane.run("a", () -> DONE, OUT))).isSameAs(DONE);
    }
}
