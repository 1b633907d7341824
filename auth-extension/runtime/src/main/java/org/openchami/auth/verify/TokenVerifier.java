package org.openchami.auth.verify;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.config.Settings;
import org.openchami.auth.keys.Algorithm;
import org.openchami.auth.keys.KeyLookup;
import org.openchami.auth.keys.Keys;
import org.openchami.auth.keys.SlowLane;
import org.openchami.auth.keys.VerificationKey;

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * Judges access tokens of the trusted issuers: signed JWTs (RFC 7519) with the checks of RFC 8725 section 3. What can be refused without a signature
 * costs none, and one that was checked is not checked again while its verdict stands. No verdict is an exception.
 */
@Singleton
public class TokenVerifier {
    private static final Verdict CROWDED_OUT = new Verdict.Undecided(Duration.ofSeconds(1));
    private static final Verdict KEY_GONE = new Verdict.Undecided(Duration.ofSeconds(1));

    private final TrustedIssuers issuers;
    private final Keys keys;
    private final SignatureCheck signatures;
    private final Acceptance acceptance;
    private final VerdictCache cache;
    private final VerdictCount count;
    private final ClaimChecks claimChecks;
    private final SlowLane slowLane;
    private final int maxSize;
    private final ConcurrentMap<TokenHash, CompletableFuture<Verdict>> flights = new ConcurrentHashMap<>();

    @Inject
    TokenVerifier(Vertx vertx, Settings settings, Clock clock, TrustedIssuers issuers, Keys keys, SignatureCheck signatures,
            Acceptance acceptance, VerdictCache cache, VerdictCount count) {
        this.issuers = issuers;
        this.keys = keys;
        this.signatures = signatures;
        this.acceptance = acceptance;
        this.cache = cache;
        this.count = count;
        this.claimChecks = new ClaimChecks(clock, settings.token().skew());
        this.slowLane = new SlowLane(vertx);
        this.maxSize = settings.token().maxSize();
    }

    /**
     * The verdict on a token that was accepted before, if it still stands: its time, its key and the operator's leave are looked at again. Costs a
     * hash; what it is empty for is to be verified.
     */
    public Optional<Verdict.Accepted> cached(String token) {
        if (cache.off() || token.length() > maxSize) {
            return Optional.empty();
        }
        Optional<Verdict.Accepted> known = cache.find(TokenHash.of(token), token);
        if (known.isPresent()) {
            count.countCached();
        }
        return known;
    }

    /**
     * Never fails. What waits for a key or a worker comes back on another thread than the caller's.
     *
     * @param peer the address that the token came from: whoever sends many makes only their own wait
     */
    public Uni<Verdict> verify(String token, String peer) {
        return decide(token, peer).invoke(count::count);
    }

    private Uni<Verdict> decide(String text, String peer) {
        UnverifiedToken.Read read = UnverifiedToken.of(text, maxSize);
        if (read.token().isEmpty()) {
            return rejected(read.fault());
        }
        UnverifiedToken token = read.token().get();
        TrustedIssuer issuer = UnverifiedToken.text(token.claims(), "iss").map(issuers::get).orElse(null);
        if (issuer == null) {
            return rejected(Reason.ISSUER);
        }
        Optional<Reason> fault = HeaderChecks.fault(token.header(), issuer.settings())
                .or(() -> claimChecks.fault(token.claims(), issuer));
        if (fault.isPresent()) {
            return rejected(fault.get());
        }
        JsonNode kid = token.header().get("kid");
        Candidate candidate = new Candidate(text, token, issuer, Algorithm.valueOf(token.header().get("alg").textValue()),
                kid == null ? null : kid.textValue());
        Optional<VerificationKey> held = held(candidate);
        return held.isPresent() ? judge(candidate, held.get(), peer) : look(candidate, peer);
    }

    private Optional<VerificationKey> held(Candidate candidate) {
        return Candidate.key(keys, candidate.issuer().name(), candidate.algorithm(), candidate.kid());
    }

    private Uni<Verdict> look(Candidate candidate, String peer) {
        String kid = candidate.kid() == null ? "" : candidate.kid();
        return keys.find(candidate.issuer().name(), kid, peer).chain(lookup -> {
            if (lookup instanceof KeyLookup.Unavailable unavailable) {
                return Uni.createFrom().item(new Verdict.Undecided(unavailable.retryAfter()));
            }
            // without a key id the one found may not be the only one
            Optional<VerificationKey> key = candidate.kid() == null
                    ? held(candidate)
                    : lookup instanceof KeyLookup.Found found ? Optional.of(found.key()) : Optional.empty();
            return key.isPresent() ? judge(candidate, key.get(), peer) : rejected(Reason.KEY);
        });
    }

    private Uni<Verdict> judge(Candidate candidate, VerificationKey key, String peer) {
        if (!key.fits(candidate.algorithm().name())) {
            return rejected(Reason.ALGORITHM);
        }
        TokenHash hash = TokenHash.of(candidate.text());
        CompletableFuture<Verdict> mine = new CompletableFuture<>();
        CompletableFuture<Verdict> others = flights.putIfAbsent(hash, mine);
        if (others != null) {
            // a copy, so that who stops waiting stops nobody else
            return Uni.createFrom().completionStage(others.copy());
        }
        Verdict known = known(hash, candidate, key);
        if (known != null || !signatures.slow(candidate.algorithm())) {
            Verdict verdict = CROWDED_OUT;
            try {
                verdict = known == null ? signature(hash, candidate, key) : known;
            } finally {
                // whoever shares it is never left waiting
                land(hash, mine, verdict);
            }
            return Uni.createFrom().item(verdict);
        }
        slowLane.run(peer, () -> signature(hash, candidate, key), CROWDED_OUT).thenAccept(verdict -> land(hash, mine, verdict));
        return Uni.createFrom().completionStage(mine.copy());
    }

    private void land(TokenHash hash, CompletableFuture<Verdict> flight, Verdict verdict) {
        flights.remove(hash, flight);
        flight.complete(verdict);
    }

    /** Null if it has to be found out. */
    private Verdict known(TokenHash hash, Candidate candidate, VerificationKey key) {
        Optional<Verdict.Accepted> accepted = cache.find(hash, candidate.text());
        if (accepted.isPresent()) {
            return accepted.get();
        }
        return cache.knownBad(hash, key) ? new Verdict.Rejected(Reason.SIGNATURE) : null;
    }

    private Verdict signature(TokenHash hash, Candidate candidate, VerificationKey key) {
        byte[] text = candidate.text().getBytes(StandardCharsets.ISO_8859_1);
        if (!signatures.good(candidate.algorithm(), key.key(), text, candidate.signedLength(), candidate.token().signature())) {
            cache.keepBad(hash, key);
            return new Verdict.Rejected(Reason.SIGNATURE);
        }
        Verdict verdict = acceptance.of(candidate);
        if (!(verdict instanceof Verdict.Accepted accepted)) {
            return verdict;
        }
        if (held(candidate).orElse(null) != key) {
            // withdrawn while its signature was checked, or too old to be believed: that says nothing of the token
            return KEY_GONE;
        }
        cache.keep(hash, candidate, key, accepted);
        return verdict;
    }

    private static Uni<Verdict> rejected(Reason reason) {
        return Uni.createFrom().item(new Verdict.Rejected(reason));
    }
}
