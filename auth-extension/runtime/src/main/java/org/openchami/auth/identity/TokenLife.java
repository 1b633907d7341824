package org.openchami.auth.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long a token is good. {@code expires_in} counts, for no clock can falsify it; the token's own {@code exp} shortens it where the authority's
 * clock is known, and stands in for it where it is missing.
 *
 * @param theirs the authority's clock when it answered
 * @param ours our clock now
 */
record TokenLife(TokenClaims claims, Optional<Instant> theirs, Instant ours) {
    private static final Duration MAX = Duration.ofHours(24);

    /** Empty if nothing says when it ends; zero or less if it has ended; a day at most. */
    Optional<Duration> of(Object expiresIn) {
        Optional<Duration> said = seconds(expiresIn);
        boolean plausible = said.filter(life -> life.compareTo(MAX) <= 0).isPresent();
        Optional<Duration> own = claims.end().filter(end -> !plausible || theirs.isPresent())
                .map(end -> Duration.between(theirs.orElse(ours), end));
        return Stream.of(said, own).flatMap(Optional::stream).min(Duration::compareTo).map(life -> life.compareTo(MAX) > 0 ? MAX : life);
    }

    /** A number of seconds, or a string of digits; anything else says nothing. */
    private static Optional<Duration> seconds(Object value) {
        if (value instanceof Number number) {
            return Optional.of(Duration.ofSeconds((long) Math.max(-1, Math.min(number.doubleValue(), Integer.MAX_VALUE))));
        }
        return value instanceof String text && text.matches("-?\\d{1,18}") ? seconds(Long.parseLong(text)) : Optional.empty();
    }
}
