package org.openchami.auth.rights;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.openchami.auth.config.Configured;
import org.openchami.auth.config.Settings;
import org.openchami.auth.keys.SlowLane;
import org.openchami.auth.testing.clock.TestClock;
import org.openchami.auth.verify.AccessToken;

import io.vertx.core.Vertx;

/** A service that knows bss, and remembers eight proofs. */
final class DpopWorld implements AutoCloseable {
    static final int ROOM = 8;

    final TestClock clock = TestClock.at(Instant.parse("2030-01-01T00:00:00Z"));
    private final Vertx vertx = Vertx.vertx();
    private Rights rights;

    DpopWorld(String... pairs) {
        forgetful(pairs);
    }

    /** As after a start. */
    void forgetful(String... pairs) {
        Settings settings = pairs.length > 0 ? Configured.with(pairs) : Configured.with("openchami.auth.clients.bss.scopes", "smd.read");
        rights = new Rights(settings, new Dpop(new DpopChecks(settings, clock), new SeenProofs(ROOM), new SlowLane(vertx), clock), clock);
    }

    Instant now() {
        return clock.instant();
    }

    static AccessToken token(Prover holder) {
        return Tokens.bound("bss", Map.of("jkt", holder.thumbprint()), "smd.read");
    }

    Admission admit(AccessToken token, Call call) {
        Admission admission = rights.of(token).admit(call);
        return admission instanceof Admission.Pending pending ? pending.outcome().await().atMost(Duration.ofSeconds(30)) : admission;
    }

    /** Why this proof of the token's holder is refused. */
    Denial denial(Prover holder, String proof) {
        return denial(holder, Call.get().dpop(proof));
    }

    Denial denial(Prover holder, Call call) {
        return admit(token(holder), call) instanceof Admission.Refused refused ? refused.denial() : null;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
