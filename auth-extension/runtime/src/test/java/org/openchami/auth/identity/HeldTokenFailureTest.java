package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.openchami.auth.IdentityUnavailableException;

/** No token is held, and the authority gives none. */
class HeldTokenFailureTest {
    private final TokenWorld world = new TokenWorld();

    @Test
    void theFirstCallerIsToldWhyAndWhenToComeBack() {
        world.grants.fail();

        assertThat(world.failure().retryAfter()).isPositive();
        assertThat(world.failure()).hasMessageContaining("'smd'").hasMessageContaining("authority down");
    }

    @Test
    void callersInBetweenFailAtOnceAndAskNobody() {
        world.grants.fail();
        world.failure();

        for (int i = 0; i < 100; i++) {
            assertThat(world.failure().retryAfter()).isPositive();
        }
        assertThat(world.grants.count()).isEqualTo(1);
    }

    @Test
    void thePausesGrowUpToFiveSeconds() {
        world.grants.fail();
        world.failure();
        world.crank.forward(Duration.ofMinutes(20));
        List<Instant> asked = world.grants.asked();

        assertThat(Duration.between(asked.get(0), asked.get(1))).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        for (int i = 2; i < asked.size(); i++) {
            Duration pause = Duration.between(asked.get(i - 1), asked.get(i));
            assertThat(pause).isGreaterThanOrEqualTo(Duration.between(asked.get(i - 2), asked.get(i - 1)))
                    .isLessThanOrEqualTo(Duration.ofSeconds(5));
        }
    }

    @Test
    void itRecoversByItselfWhenTheAuthorityDoes() {
        world.grants.fail();
        world.failure();
        world.crank.forward(Duration.ofMinutes(10));
        world.grants.give();
        world.crank.forward(Duration.ofMinutes(1));
        int asked = world.grants.count();

        assertThat(world.now()).startsWith("token-");
        assertThat(world.grants.count()).isEqualTo(asked);
        assertThat(world.machine.snapshot().problem()).isEmpty();
    }

    @Test
    void afterARecoveryThePausesStartAnew() {
        world.grants.fail();
        world.failure();
        world.crank.forward(Duration.ofMinutes(10));
        world.grants.give();
        world.crank.forward(Duration.ofMinutes(1));
        world.grants.fail();
        world.crank.forward(Grants.LIFE);

        assertThat(world.failure().retryAfter()).isPositive();
        assertThat(world.grants.count()).isGreaterThan(10);
    }

    @Test
    void callersDuringAnOutageAddNoTries() {
        TokenWorld alone = new TokenWorld();
        alone.grants.fail();
        alone.failure();
        alone.crank.forward(Duration.ofHours(1));
        world.grants.fail();
        world.failure();

        for (int second = 0; second < 3600; second++) {
            world.clock.advance(Duration.ofSeconds(1));
            world.failure();
            world.crank.forward(Duration.ZERO);
        }

        assertThat(world.grants.count()).isLessThanOrEqualTo(alone.grants.count() + 1);
    }

    @Test
    void anOutageBeforeTheEndOfALifeEndsWithTheToken() {
        world.now();
        world.grants.fail();
        world.crank.forward(Grants.LIFE);

        assertThat(world.failure().retryAfter()).isPositive();
    }

    @Test
    void whoWaitsForAnAuthorityThatHangsIsToldWithinTheLimit() {
        world.grants.hang();

        var answer = world.token.current().subscribe().asCompletionStage();
        world.crank.forward(Duration.ofSeconds(5));

        assertThat(catchThrowable(answer::join)).hasCauseInstanceOf(IdentityUnavailableException.class);
    }

    @Test
    void theFailureHoldsNoToken() {
        world.now();
        world.grants.fail();
        world.crank.forward(Grants.LIFE);

        assertThat(world.failure()).hasMessageNotContaining("token-1");
    }
}
