package org.openchami.auth.verify;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** Which claims refuse a token before its signature is looked at, cheapest first: RFC 7519 section 4.1, RFC 8725 sections 3.8, 3.9 and 3.12. */
final class ClaimChecks {
    private static final double LATEST = 253402300799d;
    private static final double MILLIS = 1000d;
    /** What is text wherever it is used. */
    private static final List<String> TEXTS = List.of("sub", "jti", "client_id", "azp", "upn", "preferred_username");

    private final Clock clock;
    private final double skew;

    ClaimChecks(Clock clock, Duration skew) {
        this.clock = clock;
        this.skew = skew.toMillis() / MILLIS;
    }

    Optional<Reason> fault(JsonNode claims, TrustedIssuer issuer) {
        if (ForeignShape.of(claims)) {
            return Optional.of(Reason.TYPE);
        }
        for (String name : TEXTS) {
            if (claims.has(name) && !claims.get(name).isTextual()) {
                return Optional.of(Reason.CLAIMS);
            }
        }
        return time(claims, issuer).or(() -> among(audience(claims), issuer.settings().audiences())
                ? Optional.empty()
                : Optional.of(Reason.AUDIENCE));
    }

    private Optional<Reason> time(JsonNode claims, TrustedIssuer issuer) {
        double exp = seconds(claims, "exp");
        double iat = seconds(claims, "iat");
        double nbf = claims.has("nbf") ? seconds(claims, "nbf") : 0;
        if (!(exp > 0 && iat > 0 && nbf >= 0)) {
            return Optional.of(Reason.CLAIMS);
        }
        double now = clock.millis() / MILLIS;
        if (exp + skew <= now) {
            return Optional.of(Reason.EXPIRED);
        }
        if (Math.max(iat, nbf) - skew > now) {
            return Optional.of(Reason.NOT_YET_VALID);
        }
        if (exp < Math.max(iat, nbf)) {
            // it was never good, and passes only because of the skew at both ends
            return Optional.of(Reason.CLAIMS);
        }
        if (exp - iat > issuer.settings().maxLifetime().toMillis() / MILLIS) {
            return Optional.of(Reason.LIFETIME);
        }
        return issuer.notBefore().revokes(millis(iat)) ? Optional.of(Reason.NOT_BEFORE) : Optional.empty();
    }

    /** A NumericDate (RFC 7519 section 2), or -1. */
    static double seconds(JsonNode claims, String name) {
        JsonNode value = claims.get(name);
        if (value == null || !value.isNumber()) {
            return -1;
        }
        double seconds = value.doubleValue();
        return seconds <= LATEST ? seconds : -1;
    }

    static long millis(double seconds) {
        return (long) (seconds * MILLIS);
    }

    /** Empty if it is missing, or anything else than a string or an array of strings. */
    static Set<String> audience(JsonNode claims) {
        JsonNode aud = claims.path("aud");
        if (aud.isTextual()) {
            return Set.of(aud.textValue());
        }
        Set<String> all = new HashSet<>();
        for (JsonNode one : aud) {
            if (!aud.isArray() || !one.isTextual()) {
                return Set.of();
            }
            all.add(one.textValue());
        }
        return all;
    }

    private static boolean among(Set<String> named, Set<String> ours) {
        for (String one : named) {
            if (ours.contains(one)) {
                return true;
            }
        }
        return false;
    }
}
