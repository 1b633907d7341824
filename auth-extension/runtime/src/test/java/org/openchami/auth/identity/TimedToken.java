package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.openchami.auth.identity.TokenAnswer.Granted;
import org.openchami.auth.secret.BearerToken;

import io.smallrye.mutiny.Uni;

/** A token held for the peer smd on simulated time, which knows when each token truly ends, whatever the wall's clock shows. */
final class TimedToken {
    private static final Duration ANSWER = Duration.ofMillis(20);
    /** The first numbers of neighbouring seeds are nearly the same. */
    private static final long APART = 0x9E3779B97F4A7C15L;

    final List<Duration> asked = new ArrayList<>();
    /** Whether the authority is away. */
    boolean away;
    private final SimTime time;
    private final Duration life;
    private final Map<String, Duration> ends = new HashMap<>();
    private final HeldToken token;

    TimedToken(SimTime time, Duration life, long seed) {
        this.time = time;
        this.life = life;
        IdentityMachine machine = new IdentityMachine("bss", List.of("smd"), time, snapshot -> {});
        token = new HeldToken("smd", this::grant, time.surroundings(new Random(seed * APART)), machine);
    }

    private Uni<Granted> grant() {
        asked.add(time.now());
        if (away) {
            return Uni.createFrom().failure(NoTokenException.now("no answer", Optional.empty()));
        }
        return Uni.createFrom().emitter(emitter -> time.after(ANSWER, () -> {
            String value = "token-" + asked.size();
            ends.put(value, time.now().plus(life));
            emitter.complete(new Granted(new BearerToken(value, time.instant().plus(life)), life, Optional.empty()));
        }));
    }

    void start() {
        token.renew().subscribe().with(first -> {}, failure -> {});
    }

    /** Whether a caller gets a token now. */
    boolean served() {
        var answer = token.current().subscribe().asCompletionStage();
        return answer.isDone() && !answer.isCompletedExceptionally();
    }

    /** Calls each 100 ms for so long: no call may fail, and none get a token that has ended. Gives how many had to wait. */
    int callsThatWait(Duration span) {
        int waiting = 0;
        Duration end = time.now().plus(span);
        while (time.now().compareTo(end) < 0) {
            var answer = token.current().subscribe().asCompletionStage();
            if (!answer.isDone()) {
                waiting++;
            }
            time.run(time.now().plusMillis(100));
            assertThat(ends.get(answer.join().reveal())).as("the end of a token that is served now")
                    .isGreaterThan(time.now().minusMillis(100));
        }
        return waiting;
    }
}
