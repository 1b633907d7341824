package org.openchami.auth.identity;

import java.time.Clock;
import java.time.Duration;

import org.openchami.auth.authority.Uptime;
import org.openchami.auth.secret.BearerToken;

import io.smallrye.mutiny.Uni;

/**
 * A token and its last safe moment, by two clocks: the wall's, which goes on while the machine sleeps, and the monotonic one, which nobody sets.
 * The token is good while both say so.
 *
 * @param ready the token as those who ask get it, made once
 */
record CurrentToken(BearerToken token, Uni<BearerToken> ready, long wallEnd, long uptimeEnd) {
    /** A token this close to its end could end on the way; of a short life it is a tenth. */
    private static final Duration SAFETY = Duration.ofSeconds(5);
    private static final int SHARE = 10;
    private static final long MILLION = 1_000_000L;

    static CurrentToken of(BearerToken token, Duration life, Clock clock, Uptime uptime) {
        long millis = safe(life).toMillis();
        return new CurrentToken(token, Uni.createFrom().item(token), clock.millis() + millis, uptime.nanos() + millis * MILLION);
    }

    static Duration safe(Duration life) {
        Duration share = life.dividedBy(SHARE);
        return life.minus(share.compareTo(SAFETY) < 0 ? share : SAFETY);
    }

    boolean good(Clock clock, Uptime uptime) {
        return clock.millis() < wallEnd && uptime.nanos() - uptimeEnd < 0;
    }
}
