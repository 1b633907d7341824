package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.openchami.auth.IdentityUnavailableException;
import org.openchami.auth.testing.clock.TestClock;

/** A token held for the peer smd, with its authority, timers and clock in hand; chance always says the middle. */
final class TokenWorld {
    final TestClock clock = TestClock.at(Instant.parse("2030-01-01T00:00:00Z"));
    final Grants grants = new Grants(clock);
    final Crank crank = new Crank(clock);
    final HeldToken token = new HeldToken("smd", grants, crank, new Backoff(() -> 0.5), clock);

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

    /** How much of its life a token held from now on has left when the next one is asked for, in per cent of it gone. */
    double percentOfLifeAtRenewal() {
        Instant held = clock.instant();
        int before = grants.count();
        crank.forward(Grants.LIFE);
        return 100.0 * Duration.between(held, grants.asked().get(before)).toMillis() / Grants.LIFE.toMillis();
    }
}
