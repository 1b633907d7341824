package org.openchami.auth.testing.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Claims of an access token as Hydra writes them, to change one at a time. Immutable.
 *
 * @param values JSON values by claim name
 */
public record TokenClaims(Map<String, Object> values) {
    public TokenClaims {
        values = Map.copyOf(values);
    }

    /** {@code operator}'s token of that issuer for the whole cluster: good for five minutes, no scope. */
    public static TokenClaims of(String issuer) {
        Instant now = Instant.now();
        return new TokenClaims(Map.of())
                .with("iss", issuer)
                .with("jti", UUID.randomUUID().toString())
                .with("ext", Map.of())
                .with("client_id", "openchami-cli")
                .with("iat", now.getEpochSecond())
                .with("nbf", now.getEpochSecond())
                .subject("operator")
                .audience("openchami")
                .scopes()
                .expiresIn(Duration.ofMinutes(5));
    }

    public TokenClaims subject(String subject) {
        return with("sub", subject);
    }

    public TokenClaims client(String id) {
        return with("client_id", id);
    }

    public TokenClaims audience(String... audience) {
        return with("aud", List.of(audience));
    }

    public TokenClaims scopes(String... scopes) {
        return with("scp", List.of(scopes));
    }

    /** From now; a negative duration makes a token that expired so long ago, and was issued before that. */
    public TokenClaims expiresIn(Duration lifetime) {
        Instant expiry = Instant.now().plus(lifetime);
        TokenClaims changed = with("exp", expiry.getEpochSecond());
        long issued = expiry.minus(Duration.ofMinutes(5)).getEpochSecond();
        return lifetime.isNegative() ? changed.with("iat", issued).with("nbf", issued) : changed;
    }

    /** Not good before that long from now; the expiry moves behind it. */
    public TokenClaims notBefore(Duration later) {
        Instant start = Instant.now().plus(later);
        return with("nbf", start.getEpochSecond()).with("exp", start.plus(Duration.ofMinutes(5)).getEpochSecond());
    }

    public TokenClaims with(String name, Object value) {
        Map<String, Object> changed = new TreeMap<>(values);
        changed.put(name, value);
        return new TokenClaims(changed);
    }

    public TokenClaims without(String name) {
        Map<String, Object> changed = new TreeMap<>(values);
        changed.remove(name);
        return new TokenClaims(changed);
    }
}
