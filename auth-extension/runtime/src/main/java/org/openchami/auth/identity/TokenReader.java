package org.openchami.auth.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.openchami.auth.authority.Answer;
import org.openchami.auth.authority.OAuthError;
import org.openchami.auth.identity.TokenAnswer.Granted;
import org.openchami.auth.identity.TokenAnswer.Refused;
import org.openchami.auth.identity.TokenAnswer.Unreachable;
import org.openchami.auth.identity.TokenAnswer.Unusable;
import org.openchami.auth.secret.BearerToken;
import org.openchami.auth.secret.Secret;

import io.vertx.core.json.JsonObject;

/** Reads what a token endpoint answered (RFC 6749 sections 5.1 and 5.2), so that every answer, however odd, has one defined result. */
record TokenReader(Clock clock) {
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403);
    private static final int TOO_MANY = 429;
    private static final int MAX_TOKEN = 16 * 1024;
    /** {@code b64token} of RFC 6750 section 2.1: what can stand in a header. */
    private static final String TOKEN = "[A-Za-z0-9._~+/-]+=*";
    private static final String REFRESH_TOKEN = "[!-~]+";

    /** @param took how long the answer was on its way: so much of the token's life may be gone */
    TokenAnswer read(TokenRequest request, Answer answer, Duration took) {
        int status = answer.status();
        if (status == 200) {
            return answer.json().map(json -> token(request, answer, json, took))
                    .orElseGet(() -> new Unusable("it answered HTTP 200 without a JSON object"));
        }
        OAuthError error = OAuthError.of(answer, request.secrets());
        if (status == TOO_MANY || status >= 500) {
            return new Unreachable(said(status, error) + clocks(error, answer, took), answer.retryAfter(clock));
        }
        if (REFUSALS.contains(status) && !error.error().isEmpty()) {
            return new Refused(status, error);
        }
        return new Unusable(said(status, error)
                + (status >= 300 && status < 400 ? ", a redirect, which is not followed" : ", which means nothing here"));
    }

    private static String said(int status, OAuthError error) {
        return "it answered HTTP " + status + (error.error().isEmpty() ? "" : " " + error);
    }

    /** Hydra says no more than "error" to an assertion that its clock finds expired: then the clock is to blame. */
    private String clocks(OAuthError error, Answer answer, Duration took) {
        return answer.date().filter(date -> error.error().equals("error")).map(theirs -> {
            Duration behind = Duration.between(theirs, clock.instant());
            Duration atLeast = behind.isNegative() ? behind.negated() : behind.minus(took);
            return atLeast.compareTo(Duration.ofSeconds(1)) <= 0
                    ? ""
                    : "; OCAUTH-0217 its clock is " + behind.abs().toSeconds() + " s " + (behind.isNegative() ? "ahead of" : "behind")
                            + " ours. Cure: set both by NTP";
        }).orElse("");
    }

    private TokenAnswer token(TokenRequest request, Answer answer, JsonObject json, Duration took) {
        if (!(json.getValue("access_token") instanceof String token) || token.length() > MAX_TOKEN || !token.matches(TOKEN)) {
            return new Unusable("its answer holds no access_token of " + MAX_TOKEN + " characters at most that can be sent in a header");
        }
        if (!(json.getValue("token_type") instanceof String type) || !type.equalsIgnoreCase("Bearer")) {
            return new Unusable("its answer does not say that the token_type is Bearer");
        }
        if (json.getValue("scope") != null && !(json.getValue("scope") instanceof String)) {
            return new Unusable("its answer holds a scope that is no text", refreshToken(json));
        }
        TokenClaims claims = TokenClaims.of(token);
        Optional<Duration> life = new TokenLife(claims, answer.date(), clock.instant()).of(json.getValue("expires_in"));
        Optional<String> lacking = TokenScope.lacking(json.getString("scope"), request.peer()).or(() -> claims.misses(request.peer()));
        if (lacking.isPresent()) {
            return new Unusable(lacking.get(), true, refreshToken(json));
        }
        Optional<Duration> left = life.map(all -> all.minus(took)).filter(rest -> !rest.isNegative() && !rest.isZero());
        return left.<TokenAnswer>map(rest -> granted(token, rest, json))
                .orElseGet(() -> new Unusable(life.isPresent()
                        ? "its token has ended already"
                        : "its answer does not say when the token ends: it has no usable expires_in, and the token no exp",
                        refreshToken(json)));
    }

    private Granted granted(String token, Duration life, JsonObject json) {
        Instant end = clock.instant().plus(life);
        return new Granted(new BearerToken(token, end), life, refreshToken(json));
    }

    private static Optional<Secret> refreshToken(JsonObject json) {
        return json.getValue("refresh_token") instanceof String text && text.length() <= MAX_TOKEN
                && text.matches(REFRESH_TOKEN) ? Optional.of(Secret.of(text)) : Optional.empty();
    }
}
