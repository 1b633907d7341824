package org.openchami.auth.keys;

import java.time.Duration;
import java.util.Optional;

import org.openchami.auth.authority.AuthorityClient;
import org.openchami.auth.keys.Surroundings.Moment;

/** What the last failure to read a key set tells those who come after it: nobody waits for what is known to be away. */
final class Outage {
    /** The longest attempt, and the time to the next. */
    private static final Duration MEMORY = AuthorityClient.LIMIT.plusSeconds(2);

    /** So much later than asked at most, or a tenth if that is more: all who were sent away at once must not come back at once. */
    private static final Duration SPREAD = Duration.ofSeconds(1);
    private static final int SHARE = 10;

    private record Failed(Moment at, Duration retryAfter) {}

    private final Duration longest;
    private final Surroundings around;
    private volatile Failed last;

    /** @param longest that a publisher can have us stay away */
    Outage(Duration longest, Surroundings around) {
        this.longest = longest;
        this.around = around;
    }

    void failed(Throwable cause) {
        Duration asked = cause instanceof KeyFeedException failure ? failure.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
        last = new Failed(around.now(), spread(asked.compareTo(longest) > 0 ? longest : asked));
    }

    private Duration spread(Duration asked) {
        if (asked.isZero()) {
            return asked;
        }
        Duration share = asked.dividedBy(SHARE);
        Duration most = share.compareTo(SPREAD) > 0 ? share : SPREAD;
        return asked.plusMillis((long) (most.toMillis() * around.random().getAsDouble()));
    }

    void over() {
        last = null;
    }

    /** How long its publisher asks us not to come back (RFC 9110 section 10.2.3); empty if it does not. */
    Optional<Duration> stayAway() {
        Failed failed = last;
        return failed == null ? Optional.empty() : rest(failed, failed.retryAfter());
    }

    /** How long to come back in, if there is no use in waiting for a read now. */
    Optional<Duration> hopeless(boolean usable) {
        Failed failed = last;
        if (failed == null) {
            return Optional.empty();
        }
        return stayAway().or(() -> usable ? Optional.empty() : rest(failed, MEMORY).map(rest -> WaitingRoom.RETRY));
    }

    private Optional<Duration> rest(Failed failed, Duration of) {
        Duration left = of.minus(around.elapsed(failed.at()));
        return left.isNegative() || left.isZero() ? Optional.empty() : Optional.of(left);
    }
}
