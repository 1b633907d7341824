package org.openchami.auth.rights;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.openchami.auth.config.Settings;
import org.openchami.auth.verify.AccessToken;

import com.fasterxml.jackson.databind.JsonNode;

/** What can be refused of a DPoP proof without its signature (RFC 9449 section 4.3), cheapest first. */
final class DpopChecks {
    /** A proof is made for one request: this is for the way it takes. */
    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final int LONGEST_ID = 128;

    private final Duration skew;
    private final Duration window;
    private final Clock clock;

    DpopChecks(Settings settings, Clock clock) {
        this.skew = settings.token().skew();
        this.window = skew.plus(LIFE);
        this.clock = clock;
    }

    /** How long ago a proof may have been made; ahead of now it may be by no more than clocks differ. */
    Duration window() {
        return window;
    }

    Optional<Denial> fault(DpopProof proof, AccessToken token, RequestFacts facts) {
        JsonNode header = proof.header();
        if (!"dpop+jwt".equals(header.path("typ").textValue())) {
            return Optional.of(Denial.PROOF_TYPE);
        }
        if (!DpopProof.ALGORITHMS.contains(header.path("alg").textValue())) {
            return Optional.of(Denial.PROOF_ALGORITHM);
        }
        if (header.has("crit") || header.has("b64") || proof.word("jti").filter(DpopChecks::isId).isEmpty()) {
            return Optional.of(Denial.PROOF_MALFORMED);
        }
        if (!proof.word("htm").equals(Optional.of(facts.method()))) {
            return Optional.of(Denial.PROOF_METHOD);
        }
        if (!isNow(proof.claims().get("iat"))) {
            return Optional.of(Denial.PROOF_TIME);
        }
        if (!proof.word("ath").equals(Optional.of(token.bearer().hash()))) {
            return Optional.of(Denial.PROOF_TOKEN);
        }
        Optional<TargetUri> meant = proof.word("htu").flatMap(TargetUri::of);
        return meant.isPresent() && meant.equals(facts.uri().flatMap(TargetUri::of)) ? Optional.empty() : Optional.of(Denial.PROOF_ADDRESS);
    }

    private boolean isNow(JsonNode time) {
        if (time == null || !time.isNumber()) {
            return false;
        }
        double age = clock.millis() / 1000d - time.doubleValue();
        return age <= window.toSeconds() && age >= -skew.toSeconds();
    }

    /** It is remembered: what it may be is bounded. */
    private static boolean isId(String text) {
        return text.length() <= LONGEST_ID && text.chars().allMatch(one -> one > ' ' && one < 0x7f);
    }
}
