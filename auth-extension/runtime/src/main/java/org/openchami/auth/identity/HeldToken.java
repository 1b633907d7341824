package org.openchami.auth.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import org.openchami.auth.IdentityUnavailableException;
import org.openchami.auth.authority.AuthorityClient;
import org.openchami.auth.secret.BearerToken;

import io.smallrye.mutiny.Uni;

/**
 * The one token held for a peer. A valid one is given at once, whatever goes on; it is renewed in the background, and a renewal that fails costs
 * nobody anything until its last safe second. However many ask, one request is under way; between failures there is a growing pause, in which
 * those without a token fail at once.
 */
final class HeldToken {
    private static final Logger LOG = Logger.getLogger(HeldToken.class);
    /** A token this close to its end could end on the way. */
    private static final Duration SAFETY = Duration.ofSeconds(5);

    private final String peer;
    private final Supplier<Uni<BearerToken>> grant;
    private final Later later;
    private final Backoff backoff;
    private final Clock clock;
    private final AtomicLong turn = new AtomicLong();
    private final AtomicReference<Uni<BearerToken>> asking = new AtomicReference<>();
    private volatile BearerToken held;
    private volatile Setback setback = Setback.NONE;

    /** Failures in a row, when the next try is due, and what the last one said. */
    record Setback(int failures, Instant until, String why) {
        static final Setback NONE = new Setback(0, Instant.EPOCH, "");
    }

    HeldToken(String peer, Supplier<Uni<BearerToken>> grant, Later later, Backoff backoff, Clock clock) {
        this.peer = peer;
        this.grant = grant;
        this.later = later;
        this.backoff = backoff;
        this.clock = clock;
    }

    Uni<BearerToken> current() {
        BearerToken token = held;
        Instant now = clock.instant();
        if (token != null && token.expiresAt().minus(SAFETY).isAfter(now)) {
            return Uni.createFrom().item(token);
        }
        Setback last = setback;
        if (asking.get() == null && last.until().isAfter(now)) {
            return Uni.createFrom().failure(unavailable(Duration.between(now, last.until())));
        }
        return renew().onFailure().transform(failure -> unavailable(Duration.ofSeconds(1)))
                .ifNoItem().after(AuthorityClient.LIMIT).failWith(() -> unavailable(AuthorityClient.LIMIT));
    }

    /** Asks for a new token, or joins the request that is under way. */
    Uni<BearerToken> renew() {
        Uni<BearerToken> running = asking.get();
        if (running != null) {
            return running;
        }
        Uni<BearerToken> mine = Uni.createFrom().deferred(grant::get).invoke(this::take).onFailure().invoke(this::fail)
                .onTermination().invoke(() -> asking.set(null)).memoize().indefinitely();
        return asking.compareAndSet(null, mine) ? mine : renew();
    }

    private void take(BearerToken token) {
        held = token;
        setback = Setback.NONE;
        Duration life = Duration.between(clock.instant(), token.expiresAt());
        schedule(backoff.renewal(life));
    }

    private void fail(Throwable failure) {
        int failures = setback.failures() + 1;
        Duration pause = backoff.after(failures);
        setback = new Setback(failures, clock.instant().plus(pause), String.valueOf(failure.getMessage()));
        LOG.warnf("OCAUTH-0210 No new token for '%s', next try in %d ms: %s", peer, pause.toMillis(), failure.getMessage());
        schedule(pause);
    }

    /** The next background try replaces one that is still to come: there is always one, and never two. */
    private void schedule(Duration delay) {
        long mine = turn.incrementAndGet();
        later.run(delay, () -> {
            if (turn.get() == mine) {
                renew().subscribe().with(token -> {}, failure -> {});
            }
        });
    }

    private IdentityUnavailableException unavailable(Duration retryAfter) {
        return new IdentityUnavailableException("No token for '" + peer + "' is held, and none can be had: " + setback.why(), retryAfter);
    }

    Optional<Instant> expiresAt() {
        BearerToken token = held;
        return token == null || !token.expiresAt().isAfter(clock.instant()) ? Optional.empty() : Optional.of(token.expiresAt());
    }

    Optional<String> problem() {
        return setback.failures() == 0 ? Optional.empty() : Optional.of(setback.why());
    }
}
