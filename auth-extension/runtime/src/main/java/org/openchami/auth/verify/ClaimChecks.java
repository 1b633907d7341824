package org.openchami.auth.verify;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.config.Settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What can be refused without a signature, cheapest first: RFC 7519 section 4.1, RFC 8725 sections 3.8 and 3.9. */
@Singleton
class ClaimChecks {
    private static final Set<String> ALGORITHMS = Set.of("RS256", "PS256", "ES256");
    private static final JsonNode NONE = JsonNodeFactory.instance.arrayNode();
    private static final double LATEST = 253402300799d;

    private final Settings settings;
    private final Clock clock;

    @Inject
    ClaimChecks(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Optional<Reason> fault(UnverifiedToken token) {
        if (!ALGORITHMS.contains(token.alg())) {
            return Optional.of(Reason.ALGORITHM);
        }
        if (!token.typed()) {
            return Optional.of(Reason.TYPE);
        }
        if (token.header().has("crit") || token.kid().isEmpty()) {
            return Optional.of(token.kid().isEmpty() ? Reason.KEY : Reason.MALFORMED);
        }
        if (!settings.issuers().get(0).iss().equals(token.text(token.claims(), "iss").orElse(null))) {
            return Optional.of(Reason.ISSUER);
        }
        return time(token.claims()).or(() -> audience(token.claims()));
    }

    private Optional<Reason> time(JsonNode claims) {
        double now = clock.millis() / 1000d;
        double skew = settings.token().skew().toSeconds();
        if (!seconds(claims, "exp") || !seconds(claims, "iat") || claims.has("nbf") && !seconds(claims, "nbf")) {
            return Optional.of(Reason.CLAIMS);
        }
        if (claims.get("exp").doubleValue() + skew <= now) {
            return Optional.of(Reason.EXPIRED);
        }
        double start = Math.max(claims.get("iat").doubleValue(), claims.path("nbf").doubleValue());
        return start - skew > now ? Optional.of(Reason.NOT_YET_VALID) : Optional.empty();
    }

    private static boolean seconds(JsonNode claims, String name) {
        JsonNode value = claims.get(name);
        return value != null && value.isNumber() && value.doubleValue() > 0 && value.doubleValue() <= LATEST;
    }

    private Optional<Reason> audience(JsonNode claims) {
        JsonNode aud = claims.path("aud");
        if (aud.isTextual() && settings.isOurs(aud.textValue())) {
            return Optional.empty();
        }
        for (JsonNode one : aud.isArray() ? aud : NONE) {
            if (one.isTextual() && settings.isOurs(one.textValue())) {
                return Optional.empty();
            }
        }
        return Optional.of(Reason.AUDIENCE);
    }
}
