package org.openchami.auth.rights;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.config.Settings;
import org.openchami.auth.keys.SlowLane;
import org.openchami.auth.verify.AccessToken;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** Checks that whoever sends a token holds the key it is bound to, by the proof that comes with it: RFC 9449 sections 4.3 and 7.1. */
@Singleton
class Dpop {
    /** Of 100 bytes or so each. */
    private static final int MOST_SEEN = 131_072;
    private static final Admission CROWDED_OUT = new Admission.Undecided(Duration.ofSeconds(1));

    private final DpopChecks checks;
    private final SeenProofs seen;
    private final SlowLane slowLane;
    private final Clock clock;

    @Inject
    Dpop(Settings settings, Vertx vertx, Clock clock) {
        this(new DpopChecks(settings, clock), new SeenProofs(MOST_SEEN), new SlowLane(vertx), clock);
    }

    Dpop(DpopChecks checks, SeenProofs seen, SlowLane slowLane, Clock clock) {
        this.checks = checks;
        this.seen = seen;
        this.slowLane = slowLane;
        this.clock = clock;
    }

    /** @param proven what is to be said of a request whose proof holds */
    Admission check(AccessToken token, RequestFacts facts, Admission proven) {
        List<String> headers = facts.dpopProofs();
        if (headers.size() != 1) {
            return new Admission.Refused(Denial.PROOF_COUNT);
        }
        Optional<DpopProof> read = DpopProof.of(headers.get(0));
        if (read.isEmpty()) {
            return new Admission.Refused(Denial.PROOF_MALFORMED);
        }
        DpopProof proof = read.get();
        Optional<Denial> fault = checks.fault(proof, token, facts);
        if (fault.isPresent()) {
            return new Admission.Refused(fault.get());
        }
        Optional<ProofKey> key = ProofKey.of(proof.header().get("jwk"));
        if (key.isEmpty()) {
            return new Admission.Refused(Denial.PROOF_KEY);
        }
        if (!key.map(ProofKey::thumbprint).equals(token.boundKey())) {
            return new Admission.Refused(Denial.DPOP_OTHER_KEY);
        }
        return seen.contains(key.get().thumbprint(), proof.word("jti").orElseThrow())
                ? new Admission.Refused(Denial.PROOF_REPLAYED)
                : signature(proof, key.get(), proven);
    }

    private Admission signature(DpopProof proof, ProofKey key, Admission proven) {
        if (!key.slow()) {
            return settle(proof.signedBy(key), proof, key, proven);
        }
        return new Admission.Pending(Uni.createFrom()
                .completionStage(() -> slowLane.run(key.thumbprint(), () -> settle(proof.signedBy(key), proof, key, proven), CROWDED_OUT)));
    }

    private Admission settle(boolean signed, DpopProof proof, ProofKey key, Admission proven) {
        if (!signed) {
            return new Admission.Refused(Denial.PROOF_SIGNATURE);
        }
        Instant end = Instant.ofEpochSecond((long) Math.ceil(proof.claims().get("iat").doubleValue())).plus(checks.window());
        return switch (seen.add(key.thumbprint(), proof.word("jti").orElseThrow(), end, clock.instant())) {
            case NEW -> proven;
            case SEEN -> new Admission.Refused(Denial.PROOF_REPLAYED);
            case FULL -> CROWDED_OUT;
        };
    }
}
