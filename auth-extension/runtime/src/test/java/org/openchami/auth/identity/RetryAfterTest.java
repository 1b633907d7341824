package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

/** The authority says when it wants to be asked again (RFC 9110 section 10.2.3). */
class RetryAfterTest {
    private final TokenWorld world = new TokenWorld();

    private Duration untilTheSecondTry() {
        return Duration.between(world.grants.asked().get(0), world.grants.asked().get(1));
    }

    @Test
    void itIsNotAskedBefore() {
        world.grants.fail(Duration.ofSeconds(120));
        world.failure();
        world.crank.forward(Duration.ofMinutes(3));

        assertThat(untilTheSecondTry()).isBetween(Duration.ofSeconds(120), Duration.ofSeconds(132));
    }

    @Test
    void callersInBetweenAskNobodyAndAreToldWhenToComeBack() {
        world.grants.fail(Duration.ofSeconds(120));
        world.failure();
        for (int second = 0; second < 119; second++) {
            world.crank.forward(Duration.ofSeconds(1));
            assertThat(world.failure().retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(132));
        }

        assertThat(world.grants.count()).isEqualTo(1);
    }

    @Test
    void moreThanFiveMinutesIsFiveMinutes() {
        world.grants.fail(Duration.ofHours(2));
        world.failure();
        world.crank.forward(Duration.ofMinutes(6));

        assertThat(untilTheSecondTry()).isBetween(Duration.ofMinutes(5), Duration.ofSeconds(330));
    }

    @Test
    void lessThanOurOwnPauseIsOurOwnPause() {
        world.grants.fail(Duration.ZERO);
        world.failure();
        world.crank.forward(Duration.ofSeconds(2));

        assertThat(untilTheSecondTry()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void aValidTokenIsServedMeanwhile() {
        world.now();
        world.grants.fail(Duration.ofMinutes(5));
        world.crank.forward(Grants.LIFE.minusSeconds(10));

        assertThat(world.now()).isEqualTo("token-1");
    }

    @Test
    void aRenewalByHandKeepsToIt() {
        world.grants.fail(Duration.ofMinutes(2));
        world.failure();

        for (int i = 0; i < 50; i++) {
            world.token.renew().subscribe().with(token -> {}, failure -> {});
        }

        assertThat(world.grants.count()).isEqualTo(1);
    }
}
