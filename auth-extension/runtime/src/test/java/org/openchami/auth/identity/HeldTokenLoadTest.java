package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.openchami.auth.secret.BearerToken;

class HeldTokenLoadTest {
    private static final int CALLERS = 10_000;
    private final TokenWorld world = new TokenWorld();

    private List<CompletableFuture<BearerToken>> call() {
        return IntStream.range(0, CALLERS).parallel().mapToObj(i -> world.token.current().subscribe().asCompletionStage()).toList();
    }

    private static Set<String> tokens(List<CompletableFuture<BearerToken>> callers) {
        return callers.stream().map(caller -> caller.join().reveal()).collect(Collectors.toSet());
    }

    @Test
    void tenThousandFirstCallersWaitForOneRequest() {
        world.grants.hang();
        List<CompletableFuture<BearerToken>> callers = call();

        assertThat(world.grants.count()).isEqualTo(1);
        world.grants.answer();
        assertThat(tokens(callers)).containsExactly("token-1");
    }

    /** The first may have its answer before the last has looked. */
    @RepeatedTest(20)
    void tenThousandFirstCallersCostOneRequestIfItIsAnsweredAtOnce() {
        assertThat(tokens(call())).containsExactly("token-1");
        assertThat(world.grants.count()).isEqualTo(1);
    }

    @Test
    void tenThousandCallersAtTheEndWaitForOneRequest() {
        world.now();
        world.grants.hang();
        // no timer has run: as after a sleep of the machine
        world.clock.advance(Grants.LIFE);
        List<CompletableFuture<BearerToken>> callers = call();
        world.crank.forward(Duration.ZERO);

        assertThat(world.grants.count()).isEqualTo(2);
        world.grants.answer();
        assertThat(tokens(callers)).containsExactly("token-2");
    }

    @RepeatedTest(20)
    void tenThousandCallersAtTheEndCostOneRequestIfItIsAnsweredAtOnce() {
        world.now();
        world.clock.advance(Grants.LIFE);

        assertThat(tokens(call())).containsExactly("token-2");
        world.crank.forward(Duration.ZERO);
        assertThat(world.grants.count()).isEqualTo(2);
    }

    @Test
    void fiftyCallsOneAfterTheOtherAskABusyAuthorityFiveTimesAtMost() {
        world.grants.fail();
        for (int i = 0; i < 50; i++) {
            world.failure();
            world.crank.forward(Duration.ofMillis(100));
        }

        assertThat(world.grants.count()).isBetween(2, 5);
    }

    @Test
    void fiftyCallsOneAfterTheOtherAskABusyAuthorityOnceIfItSaysWhenToComeBack() {
        world.grants.fail(Duration.ofSeconds(10));
        for (int i = 0; i < 50; i++) {
            world.failure();
            world.crank.forward(Duration.ofMillis(100));
        }

        assertThat(world.grants.count()).isEqualTo(1);
    }

    @Test
    void afterTheEndOfTheTokenNobodyQueuesWhileATryHangs() {
        world.now();
        world.grants.fail();
        world.crank.forward(Grants.LIFE);
        world.grants.hang();
        world.crank.forward(Duration.ofSeconds(5));

        assertThat(world.failure().retryAfter()).isPositive();
    }
}
