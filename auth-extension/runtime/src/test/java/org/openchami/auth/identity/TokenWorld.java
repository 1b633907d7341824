package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.openchami.auth.IdentityUnavailableException;
import org.openchami.auth.testing.clock.TestClock;

/** A token held for the peer smd, with its authority, timers and clock in hand; chance always says the middle. */
final class TokenWorld {
    private static final long MILLION = 1_000_000;

    final TestClock clock = TestClock.at(Instant.parse("2030-01-01T00:00:00Z"));
    final Grants grants = new Grants(clock);
    final Crank crank = new Crank(clock);
    final IdentityMachine machine = new IdentityMachine("bss", List.of("smd"), clock, snapshot -> {});
    final HeldToken token = new HeldToken("smd", grants,
            new Surroundings(clock, () -> clock.millis() * MILLION, () -> 0.5, crank, null), machine);

    /** What a caller gets at once; fails if the caller has to wait. */
    String now() {
        var answer = token.current().subscribe().asCompletionStage();
        assertThat(answer).as("the caller has to wait").isDone();
        return answer.join().reveal();
    }

    /** The failure that a caller gets at once. */
    IdentityUnavailableException failure() {
        var answer = token.current().subscribe().asCompletionStage();
        assertThat(answer).as("the caller has to wait, or got a token").isCompletedExceptionally();
        return (IdentityUnavailableException) answer.handle((token, failure) -> failure).join();
    }

    /** How much of a life passes between these two requests, in per cent. */
    double percentOfLifeBetween(int one, int other) {
        while (grants.count() <= other) {
            crank.forward(Grants.LIFE);
        }
        return 100.0 * Duration.between(grants.asked().get(one), grants.asked().get(other)).toMillis() / Grants.LIFE.toMillis();
    }
}
