package org.openchami.auth.identity;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

import org.openchami.auth.authority.OAuthError;
import org.openchami.auth.authority.UnavailableException;
import org.openchami.auth.identity.TokenAnswer.Granted;
import org.openchami.auth.identity.TokenAnswer.Refused;
import org.openchami.auth.identity.TokenAnswer.Unreachable;
import org.openchami.auth.identity.TokenAnswer.Unusable;
import org.openchami.auth.secret.BearerToken;

import io.smallrye.mutiny.Uni;

/** An authority that behaves as the real one was measured to, in each of its faults, and remembers what it was asked. */
final class SimAuthority implements TokenSource {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    static final Duration WINDOW = Duration.ofSeconds(10);

    private final SimTime time;
    private final Random random;
    private final SimClients clients;
    private final Duration life;
    private final Set<SimFault> faults = EnumSet.noneOf(SimFault.class);
    private final Map<String, Duration> ends = new HashMap<>();
    private final Deque<Duration> recent = new ArrayDeque<>();
    private int tokenRequests;
    private int most;
    private int epoch;
    private Duration busyUntil = Duration.ZERO;

    SimAuthority(SimTime time, Random random, SimClients clients, Duration life) {
        this.time = time;
        this.random = random;
        this.clients = clients;
        this.life = life;
    }

    void begin(SimFault fault) {
        if (fault.lasts()) {
            faults.add(fault);
        } else {
            clients.strike(fault);
        }
        epoch += fault == SimFault.WIPED ? 1 : 0;
        if (fault == SimFault.BUSY_UNTIL) {
            busyUntil = time.now().plusSeconds(1 + random.nextInt(20));
        }
    }

    void end(SimFault fault) {
        faults.remove(fault);
    }

    boolean has(SimFault fault) {
        return faults.contains(fault);
    }

    /** Whether a peer refuses it. */
    boolean refused(BearerToken token) {
        return has(SimFault.PEERS_REFUSE) || !token.reveal().startsWith(epoch + ".");
    }

    /** The most token requests within {@link #WINDOW}. */
    int most() {
        return most;
    }

    /** Until when it has asked us to stay away. */
    Duration busyUntil() {
        return busyUntil;
    }

    Duration life() {
        return life;
    }

    /** When a token truly ends. */
    Duration end(BearerToken token) {
        return ends.get(token.reveal());
    }

    private <T> Uni<T> answer(Supplier<T> work, Supplier<T> silence) {
        Duration way = Duration.ofMillis(1 + random.nextInt(30));
        return Uni.createFrom().emitter(emitter -> {
            if (has(SimFault.DOWN)) {
                time.after(way, () -> emitter.complete(silence.get()));
            } else if (has(SimFault.SILENT)) {
                time.after(LIMIT, () -> emitter.complete(silence.get()));
            } else {
                time.after(way, () -> {
                    T done = work.get();
                    boolean lost = has(SimFault.ANSWERS_LOST);
                    time.after(lost ? LIMIT : way, () -> emitter.complete(lost ? silence.get() : done));
                });
            }
        });
    }

    /** A look at a client, or at the key set. */
    <T> Uni<T> read(Supplier<T> work, T silence) {
        return answer(() -> has(SimFault.BUSY) || asksToWait() ? silence : work.get(), () -> silence);
    }

    /** A change of a client. */
    <T> Uni<T> write(Supplier<Uni<T>> work) {
        return answer(() -> has(SimFault.BUSY) || asksToWait() || has(SimFault.READ_ONLY) ? this.<T>silent() : work.get(), this::<T>silent)
                .chain(done -> done);
    }

    <T> Uni<T> silent() {
        Optional<Duration> wait = asksToWait() ? Optional.of(busyUntil.minus(time.now())) : Optional.empty();
        return Uni.createFrom().failure(new UnavailableException(SimRun.ADDRESS, "no answer", wait));
    }

    Uni<Boolean> keySetRead() {
        return read(() -> !has(SimFault.DATABASE_AWAY), false);
    }

    private boolean asksToWait() {
        return has(SimFault.BUSY_UNTIL) && time.now().compareTo(busyUntil) < 0;
    }

    @Override
    public Uni<TokenAnswer> request(TokenRequest request) {
        tokenRequests++;
        recent.add(time.now());
        while (recent.peek().compareTo(time.now().minus(WINDOW)) < 0) {
            recent.remove();
        }
        most = Math.max(most, recent.size());
        return answer(() -> token(request), () -> new Unreachable("silence", Optional.empty()));
    }

    private TokenAnswer token(TokenRequest request) {
        if (asksToWait()) {
            return new Unreachable("HTTP 503", Optional.of(busyUntil.minus(time.now())));
        } else if (has(SimFault.BUSY) || has(SimFault.READ_ONLY)) {
            return new Unreachable("HTTP 503", Optional.empty());
        } else if (has(SimFault.NONSENSE)) {
            return new Unusable("no token");
        }
        String id = request.proof().form().get("client_id");
        if (has(SimFault.DATABASE_AWAY) || !clients.has(id)) {
            return new Refused(401, new OAuthError("invalid_client", "Client authentication failed"));
        } else if (!clients.get(id).provenBy(request.proof().form().get("kid"))) {
            return new Refused(400, new OAuthError("invalid_request", "signing key with kid 'k', which could not be found."));
        } else if (has(SimFault.SCOPE_TAKEN) && tokenRequests % 2 == 0) {
            return new Unusable("it did not grant the scope", true, Optional.empty());
        } else if (has(SimFault.SCOPE_TAKEN)) {
            return new Refused(400, new OAuthError("invalid_scope", "not allowed to request scope"));
        }
        String token = epoch + ".token-" + tokenRequests;
        ends.put(token, time.now().plus(life));
        return new Granted(new BearerToken(token, time.instant().plus(life)), life, Optional.empty());
    }
}
