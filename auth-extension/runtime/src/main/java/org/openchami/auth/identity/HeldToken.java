package org.openchami.auth.identity;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import org.openchami.auth.IdentityUnavailableException;
import org.openchami.auth.authority.AuthorityClient;
import org.openchami.auth.identity.IdentityEvent.Asking;
import org.openchami.auth.identity.IdentityEvent.Ended;
import org.openchami.auth.identity.IdentityEvent.Failed;
import org.openchami.auth.identity.IdentityEvent.Held;
import org.openchami.auth.identity.TokenAnswer.Granted;
import org.openchami.auth.secret.BearerToken;

import io.smallrye.mutiny.Uni;

/**
 * The one token held for a peer. A valid one is given at once, whatever goes on; it is renewed in the background, and a renewal that fails costs
 * nobody anything until its last safe second. However many ask, one request is under way; between failures there is a growing pause, in which
 * those without a token fail at once.
 */
final class HeldToken {
    private static final Logger LOG = Logger.getLogger(HeldToken.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    /** Between two renewals that a peer's refusals cause. */
    private static final Duration REFUSALS = Duration.ofSeconds(5);

    private final String peer;
    private final Supplier<Uni<Granted>> grant;
    private final Surroundings around;
    private final Backoff backoff;
    private final IdentityMachine machine;
    private final AtomicLong turn = new AtomicLong();
    private final AtomicReference<Uni<BearerToken>> asking = new AtomicReference<>();
    private volatile CurrentToken held;
    private final AtomicReference<Long> lastInstead = new AtomicReference<>();
    private volatile boolean doubted;
    private volatile boolean stopped;
    private volatile Setback setback = Setback.NONE;

    /** Failures in a row, when the next try is due by the monotonic clock, and what the last one said. */
    private record Setback(int failures, long until, String why) {
        static final Setback NONE = new Setback(0, 0, "");
    }

    HeldToken(String peer, Supplier<Uni<Granted>> grant, Surroundings around, IdentityMachine machine) {
        this.peer = peer;
        this.grant = grant;
        this.around = around;
        this.backoff = new Backoff(around.random());
        this.machine = machine;
    }

    Uni<BearerToken> current() {
        CurrentToken token = held;
        boolean good = token != null && token.good(around.clock(), around.uptime());
        boolean underWay = asking.get() != null;
        if (good && !(doubted && underWay)) {
            return token.ready();
        }
        Duration wait = pause();
        // the first callers wait for the first answer; after a failure nobody queues
        if (!good && (setback.failures() > 0 && (underWay || !wait.isZero()))) {
            return Uni.createFrom().failure(() -> unavailable(wait));
        }
        Uni<BearerToken> renewed = around.within(AuthorityClient.LIMIT, need(), () -> unavailable(AuthorityClient.LIMIT)).onFailure()
                .transform(failure -> unavailable(pause()));
        // looked at again: it may have ended while this caller waited
        return good ? renewed.onFailure(failure -> good().isPresent()).recoverWithItem(() -> token.token()) : renewed;
    }

    /** What is left of the pause after a failure. */
    private Duration pause() {
        Setback last = setback;
        long nanos = last.failures() == 0 ? 0 : last.until() - around.uptime().nanos();
        return nanos <= 0 ? Duration.ZERO : Duration.ofNanos(nanos);
    }

    /** For a caller without a token: another one's request may have ended since we looked. */
    private Uni<BearerToken> need() {
        return ask(() -> doubted ? Optional.empty() : good(), this::pause);
    }

    /** Asks for a new token, or joins the request that is under way. A pause after a failure is kept. */
    Uni<BearerToken> renew() {
        return ask(Optional::empty, this::pause);
    }

    private Uni<BearerToken> ask(Supplier<Optional<BearerToken>> there, Supplier<Duration> pauseLeft) {
        Uni<BearerToken> running = asking.get();
        if (running != null) {
            return running;
        }
        Uni<BearerToken> mine = Uni.createFrom().deferred(() -> {
            Optional<BearerToken> token = there.get();
            Duration wait = pauseLeft.get();
            if (token.isPresent()) {
                return Uni.createFrom().item(token.get());
            }
            return wait.isZero() ? request() : Uni.createFrom().failure(unavailable(wait));
        }).onTermination().invoke(() -> asking.set(null)).memoize().indefinitely();
        return asking.compareAndSet(null, mine) ? mine : ask(there, pauseLeft);
    }

    private Uni<BearerToken> request() {
        return Uni.createFrom().deferred(() -> {
            machine.apply(new Asking(peer, "a token for '" + peer + "' is due"));
            return grant.get();
        }).onItem().transform(this::take).onFailure().invoke(this::fail);
    }

    /**
     * The token that is held, unless it is this one, which is of no use: then a new one, for which callers wait meanwhile. This one again, if it is
     * too soon.
     */
    Uni<BearerToken> instead(BearerToken useless) {
        Optional<BearerToken> other = otherThan(useless);
        if (other.isPresent()) {
            return Uni.createFrom().item(other.get());
        }
        if (asking.get() == null && !mayRenew()) {
            // a renewal may have ended since we looked
            return Uni.createFrom().item(() -> otherThan(useless).orElse(useless));
        }
        doubted = true;
        return around.within(AuthorityClient.LIMIT, renew(), () -> unavailable(AuthorityClient.LIMIT));
    }

    private Optional<BearerToken> otherThan(BearerToken useless) {
        return good().filter(token -> !token.equals(useless));
    }

    /** Takes the one turn there is between two pauses. */
    private boolean mayRenew() {
        long now = around.uptime().nanos();
        Long last = lastInstead.get();
        return pause().isZero() && (last == null || now - last >= REFUSALS.toNanos()) && lastInstead.compareAndSet(last, now);
    }

    /** The one that is held and still good. */
    Optional<BearerToken> good() {
        CurrentToken token = held;
        return token != null && token.good(around.clock(), around.uptime()) ? Optional.of(token.token()) : Optional.empty();
    }

    private BearerToken take(Granted granted) {
        boolean first = held == null;
        CurrentToken token = CurrentToken.of(granted.token(), granted.life(), around.clock(), around.uptime());
        held = token;
        doubted = false;
        setback = Setback.NONE;
        machine.apply(new Held(peer, granted.token().expiresAt(), "a token for '" + peer + "' came"));
        schedule(first ? backoff.firstRenewal(granted.life()) : backoff.renewal(granted.life()));
        around.later().run(CurrentToken.safe(granted.life()), () -> ended(token));
        return granted.token();
    }

    /** No more renewals. */
    void stop() {
        stopped = true;
    }

    private void ended(CurrentToken token) {
        if (held == token) {
            machine.apply(new Ended(peer, "the token for '" + peer + "' ran out"));
        }
    }

    private void fail(Throwable failure) {
        boolean refused = failure instanceof NoTokenException no && no.refused();
        Optional<Duration> asked = failure instanceof NoTokenException no ? no.retryAfter() : Optional.empty();
        String why = failure instanceof NoTokenException ? failure.getMessage() : "a fault of ours: " + failure.getClass().getSimpleName();
        int failures = setback.failures() + 1;
        Duration pause = refused ? backoff.afterRefusal() : backoff.after(failures, asked);
        setback = new Setback(failures, around.uptime().nanos() + pause.toNanos(), why);
        doubted = false;
        // the first, the second, the fourth ... in a row: an outage of a night need not fill a disk
        Logger.Level level = Integer.bitCount(failures) == 1 ? Logger.Level.WARN : Logger.Level.DEBUG;
        LOG.logf(level, "OCAUTH-0210 No new token for '%s', try %d failed, the next is in %d ms: %s", peer, failures, pause.toMillis(),
                why);
        machine.apply(new Failed(peer, refused, why));
        schedule(pause);
    }

    /** The next background try replaces one that is still to come: there is always one, and never two. */
    private void schedule(Duration delay) {
        long mine = turn.incrementAndGet();
        around.later().run(delay, () -> {
            if (turn.get() == mine && !stopped) {
                // by two clocks a pause may end twice: this is its end
                ask(Optional::empty, () -> Duration.ZERO).subscribe().with(token -> {}, failure -> {});
            }
        });
    }

    private IdentityUnavailableException unavailable(Duration retryAfter) {
        String why = setback.why().isEmpty() ? "the authority has not answered yet" : setback.why();
        return new IdentityUnavailableException("No token for '" + peer + "' is held, and none can be had: " + why,
                retryAfter.compareTo(SOON) < 0 ? SOON : retryAfter);
    }
}
