package org.openchami.auth.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer tells of time. */
class AnswerTimesTest {
    private final Clock clock = Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC);

    private Optional<Duration> retryAfter(String value, String date) {
        return new Answer(503, new byte[0], Optional.ofNullable(value), Optional.ofNullable(date), Optional.empty()).retryAfter(clock);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", " 120 ,120", "999999999,999999999"})
    void secondsAreTaken(String value, long seconds) {
        assertThat(retryAfter(value, null)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tue, 01 Jan 2030 00:02:00 GMT", "Tuesday, 01-Jan-30 00:02:00 GMT", "Tue Jan  1 00:02:00 2030"})
    void aDateIsTakenInEachOfItsForms(String value) {
        assertThat(retryAfter(value, null)).contains(Duration.ofMinutes(2));
    }

    @Test
    void aDateIsMeasuredByTheServersClock() {
        assertThat(retryAfter("Tue, 01 Jan 2030 01:00:07 GMT", "Tue, 01 Jan 2030 01:00:00 GMT")).contains(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "-1", "1.5", "soon", "1e3", "99999999999999999999", "Mon, 31 Dec 2029 23:59:59 GMT", "Tue, 99 Foo 2030"})
    void whatIsNeitherOrLiesBehindIsNothing(String value) {
        assertThat(retryAfter(value, null)).isEmpty();
    }

    @Test
    void theDateIsTheServersClock() {
        assertThat(new Answer(200, new byte[0], Optional.empty(), Optional.of("Tue, 01 Jan 2030 00:00:05 GMT"), Optional.empty()).date())
                .contains(Instant.parse("2030-01-01T00:00:05Z"));
        assertThat(new Answer(200, new byte[0], Optional.empty(), Optional.of("yesterday"), Optional.empty()).date()).isEmpty();
        assertThat(new Answer(200, new byte[0]).date()).isEmpty();
    }

    private static Optional<Duration> maxAge(String value) {
        return new Answer(200, new byte[0], Optional.empty(), Optional.empty(), Optional.ofNullable(value)).maxAge();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"max-age=60|60", "public, max-age=0|0", "Max-Age = \"7\" , must-revalidate|7",
            "no-cache,max-age=5|5"})
    void theAgeThatAnAnswerMayReachIsTaken(String value, long seconds) {
        assertThat(maxAge(value)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "no-store", "max-age", "max-age=", "max-age=-1", "max-age=1.5", "s-maxage=60", "x-max-age=60",
            "max-age=99999999999999999999", "max-age=soon"})
    void anythingElseTellsNoAge(String value) {
        assertThat(maxAge(value)).isEmpty();
    }
}
