package org.openchami.auth.verify;

import java.time.Clock;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.config.Settings;
import org.openchami.auth.keys.Algorithm;
import org.openchami.auth.keys.Keys;
import org.openchami.auth.keys.VerificationKey;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Verdicts on tokens that come again. A good one stands no longer than its token, its key, the operator's leave and the longest age; each of them is
 * looked at on every hit. A bad signature is remembered apart, where it can drive out nothing but its like, and with the key it was checked with.
 */
@Singleton
class VerdictCache {
    private static final int BAD_ONES = 1024;

    /** A verdict, and what it stands and falls with; the times in milliseconds. */
    private record Kept(Optional<Verdict.Accepted> verdict, TrustedIssuer issuer, Algorithm algorithm, String kid, VerificationKey key,
            long from, long until, long issuedAt) {}

    private final Clock clock;
    private final Keys keys;
    private final long skew;
    private final long maxAge;
    private final TokenMap<Kept> good;
    private final TokenMap<VerificationKey> bad = new TokenMap<>(BAD_ONES);

    @Inject
    VerdictCache(Settings settings, Clock clock, Keys keys) {
        this.clock = clock;
        this.keys = keys;
        this.skew = settings.token().skew().toMillis();
        this.maxAge = settings.token().cacheMaxAge().toMillis();
        this.good = settings.token().cacheSize() > 0 ? new TokenMap<>(settings.token().cacheSize()) : null;
    }

    boolean off() {
        return good == null;
    }

    Optional<Verdict.Accepted> find(TokenHash hash, String text) {
        Kept kept = good == null ? null : good.get(hash);
        if (kept == null) {
            return Optional.empty();
        }
        if (!stands(kept)) {
            good.remove(hash, kept);
            return Optional.empty();
        }
        return kept.verdict().get().token().bearer().reveal().equals(text) ? kept.verdict() : Optional.empty();
    }

    private boolean stands(Kept kept) {
        long now = clock.millis();
        return now >= kept.from() && now < kept.until() && !kept.issuer().notBefore().revokes(kept.issuedAt())
                && Candidate.key(keys, kept.issuer().name(), kept.algorithm(), kept.kid()).orElse(null) == kept.key();
    }

    void keep(TokenHash hash, Candidate candidate, VerificationKey key, Verdict.Accepted verdict) {
        if (good != null) {
            JsonNode claims = candidate.token().claims();
            long now = clock.millis();
            long iat = ClaimChecks.millis(ClaimChecks.seconds(claims, "iat"));
            long start = Math.max(iat, ClaimChecks.millis(ClaimChecks.seconds(claims, "nbf")));
            long end = ClaimChecks.millis(ClaimChecks.seconds(claims, "exp")) + skew;
            good.put(hash, new Kept(Optional.of(verdict), candidate.issuer(), candidate.algorithm(), candidate.kid(), key,
                    Math.max(start, now) - skew, Math.min(end, now + maxAge), iat));
        }
    }

    /** Whether this very token was checked with this very key, and its signature was bad. */
    boolean knownBad(TokenHash hash, VerificationKey key) {
        VerificationKey checked = bad.get(hash);
        return checked != null && checked == key;
    }

    void keepBad(TokenHash hash, VerificationKey key) {
        bad.put(hash, key);
    }

    int size() {
        return good == null ? 0 : good.size();
    }
}
