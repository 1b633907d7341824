package org.openchami.auth.identity;

import java.time.Duration;
import java.util.Optional;

import org.openchami.auth.identity.TokenAnswer.Unreachable;

import io.smallrye.mutiny.Uni;

/**
 * The law of the back-off, for one peer's token in one life of a process: after the n-th failure in a row no try before half of the n-th pause is over,
 * nor before the authority asked us to come back; and one try is three requests at most: the first, the second look, the one after the cure.
 */
final class SimPace {
    private static final int MOST = 3;
    private static final long LAST = 5_000;
    private static final long FIRST = 1_000;

    private final SimTime time;
    private final SimStory story;
    private final TokenSource source;
    private int failures;
    private int requests;
    private Duration failed = Duration.ZERO;
    private Duration notBefore = Duration.ZERO;

    SimPace(SimTime time, SimStory story, TokenSource source) {
        this.time = time;
        this.story = story;
        this.source = source;
    }

    void saw(PeerToken before, PeerToken after) {
        if (!before.asking() && after.asking()) {
            requests = 0;
            story.must(failures == 0 || time.now().minus(failed).compareTo(least()) >= 0, "try " + (failures + 1) + " came too soon");
        } else if (before.asking() && !after.asking()) {
            failures = after.failures() == 0 ? 0 : failures + 1;
            failed = time.now();
        }
    }

    private Duration least() {
        return Duration.ofMillis(Math.min(LAST, FIRST << Math.min(failures - 1, 16)) / 2);
    }

    Uni<TokenAnswer> request(TokenRequest request) {
        requests++;
        story.must(requests <= MOST, requests + " requests in one try");
        story.must(time.now().compareTo(notBefore) >= 0, "a token was asked for before the authority wanted to be asked");
        return source.request(request).invoke(answer -> {
            Optional<Duration> asked = answer instanceof Unreachable unreachable ? unreachable.retryAfter() : Optional.empty();
            asked.ifPresent(wait -> notBefore = time.now().plus(wait));
        });
    }
}
