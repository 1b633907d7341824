package org.openchami.auth.authority;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.openchami.auth.secret.Json;

import io.netty.handler.codec.DateFormatter;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/**
 * What a server said: its status, its body in full, and of its headers those that speak of time.
 *
 * @param retryAfterField the value of {@code Retry-After}, as it came
 * @param dateField the value of {@code Date}, as it came
 * @param cacheControlField the value of {@code Cache-Control}, as it came
 */
public record Answer(int status, byte[] body, Optional<String> retryAfterField, Optional<String> dateField,
        Optional<String> cacheControlField) {
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|,)\\s*max-age\\s*=\\s*\"?(\\d{1,9})\"?\\s*(?:,|$)",
            Pattern.CASE_INSENSITIVE);

    /** An answer without headers. */
    public Answer(int status, byte[] body) {
        this(status, body, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** @param header gives the value of a header by its name, or null */
    public static Answer of(int status, byte[] body, UnaryOperator<String> header) {
        return new Answer(status, body, Optional.ofNullable(header.apply("Retry-After")), Optional.ofNullable(header.apply("Date")),
                Optional.ofNullable(header.apply("Cache-Control")));
    }

    /** The body as a JSON object; empty if it is anything else. */
    public Optional<JsonObject> json() {
        try {
            return Optional.of(Json.object(body));
        } catch (DecodeException | ClassCastException e) {
            return Optional.empty();
        }
    }

    /**
     * How long the server asks us to wait (RFC 9110 section 10.2.3). A moment is measured by the server's own clock where it tells it. Empty if
     * it does not ask, or asks for nothing that lies ahead.
     */
    public Optional<Duration> retryAfter(Clock clock) {
        return retryAfterField.map(String::strip).flatMap(value -> value.matches("\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                : moment(value).map(end -> Duration.between(date().orElseGet(clock::instant), end)).filter(wait -> !wait.isNegative()));
    }

    /** When the server sent it, by its own clock, to the second (RFC 9110 section 6.6.1). */
    public Optional<Instant> date() {
        return dateField.flatMap(Answer::moment);
    }

    /** How long the answer may be taken for the present one (RFC 9111 section 5.2.2.1); empty if the server doesn't say. */
    public Optional<Duration> maxAge() {
        return cacheControlField.map(MAX_AGE::matcher).filter(Matcher::find)
                .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1))));
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.ofNullable(DateFormatter.parseHttpDate(text)).map(Date::toInstant);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Never the body: it may hold what must not be printed. */
    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
