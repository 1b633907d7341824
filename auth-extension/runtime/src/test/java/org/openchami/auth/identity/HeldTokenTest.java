package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.openchami.auth.secret.BearerToken;

class HeldTokenTest {
    private final TokenWorld world = new TokenWorld();

    @Test
    void theFirstCallerGetsTheFirstToken() {
        assertThat(world.now()).isEqualTo("token-1");
    }

    @Test
    void aHeldTokenIsGivenWithoutAsking() {
        world.now();

        for (int i = 0; i < 100; i++) {
            assertThat(world.now()).isEqualTo("token-1");
        }
        assertThat(world.grants.count()).isEqualTo(1);
    }

    @Test
    void aThousandCallersWaitForOneRequest() {
        world.grants.hang();
        List<CompletableFuture<BearerToken>> callers = IntStream.range(0, 1_000).parallel()
                .mapToObj(i -> world.token.current().subscribe().asCompletionStage()).toList();

        assertThat(world.grants.count()).isEqualTo(1);
        world.grants.answer();
        assertThat(callers).allSatisfy(caller -> assertThat(caller.join().reveal()).isEqualTo("token-1"));
    }

    @Test
    void itIsRenewedBetween75And80PercentOfItsLife() {
        world.now();

        assertThat(world.percentOfLifeBetween(1, 2)).isBetween(75.0, 80.0);
        assertThat(world.percentOfLifeBetween(2, 3)).isBetween(75.0, 80.0);
    }

    @Test
    void theFirstIsRenewedAtAnyTimeUpToThen() {
        world.now();

        assertThat(world.percentOfLifeBetween(0, 1)).isBetween(25.0, 80.0);
    }

    @Test
    void itGoesOnBeingRenewed() {
        world.now();
        world.crank.forward(Grants.LIFE.multipliedBy(10));

        assertThat(world.grants.count()).isBetween(12, 14);
    }

    @Test
    void aValidTokenIsGivenAtOnceWhileItsRenewalHangs() {
        world.now();
        world.grants.hang();
        world.crank.forward(Grants.LIFE.minusSeconds(10));

        assertThat(world.now()).isEqualTo("token-1");
    }

    @Test
    void aValidTokenIsGivenAtOnceWhileItsRenewalFails() {
        world.now();
        world.grants.fail();
        world.crank.forward(Grants.LIFE.minusSeconds(10));

        assertThat(world.grants.count()).isGreaterThan(1);
        assertThat(world.now()).isEqualTo("token-1");
    }

    @Test
    void aRenewalByHandReplacesTheTokenWhenTheNewOneIsThere() {
        world.now();
        world.grants.hang();
        world.token.renew().subscribe().with(token -> {});
        assertThat(world.now()).isEqualTo("token-1");

        world.grants.answer();

        assertThat(world.now()).isEqualTo("token-2");
    }

    @Test
    void renewalsByHandAddNoRenewalsLater() {
        world.now();
        for (int i = 0; i < 10; i++) {
            world.token.renew().await().indefinitely();
        }
        int before = world.grants.count();

        world.crank.forward(Grants.LIFE);

        assertThat(world.grants.count() - before).isEqualTo(1);
    }

    @Test
    void aTokenThatCouldEndOnTheWayIsNotGiven() {
        world.now();
        world.grants.fail();
        world.crank.forward(Grants.LIFE.minusSeconds(1));

        assertThat(world.failure()).hasMessageContaining("smd");
    }

    @Test
    void itTellsWhenItEnds() {
        assertThat(world.machine.snapshot().expiresAt()).isEmpty();

        world.now();

        assertThat(world.machine.snapshot().expiresAt()).contains(world.clock.instant().plus(Grants.LIFE));
    }

    @Test
    void anEndedTokenIsNoLongerTold() {
        world.now();
        world.grants.fail();
        world.crank.forward(Grants.LIFE.plus(Duration.ofSeconds(1)));

        assertThat(world.machine.snapshot().expiresAt()).isEmpty();
        assertThat(world.machine.snapshot().problem()).contains("authority down");
    }
}
