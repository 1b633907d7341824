package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.keys.KeyFeedException.Fault;

class OutageTest {
    private final TestTime time = new TestTime();
    private final Outage outage = new Outage(Duration.ofSeconds(60), time.around());

    private void failed(Duration retryAfter) {
        outage.failed(new KeyFeedException(Fault.NO_KEY_SET, "here", "HTTP 503", Optional.ofNullable(retryAfter)));
    }

    @Test
    void withoutAFailureThereIsHope() {
        assertThat(outage.hopeless(false)).isEmpty();
        assertThat(outage.stayAway()).isEmpty();
    }

    @Test
    void withoutKeysAFailureIsRememberedForAWhile() {
        failed(null);

        assertThat(outage.hopeless(false)).isPresent();
        time.advance(Duration.ofSeconds(7));
        assertThat(outage.hopeless(false)).isEmpty();
    }

    @Test
    void withKeysANewOneIsAskedForAllTheSame() {
        failed(null);

        assertThat(outage.hopeless(true)).isEmpty();
    }

    @Test
    void whoAsksUsToStayAwayIsObeyed() {
        failed(Duration.ofSeconds(30));
        time.advance(Duration.ofSeconds(10));

        assertThat(outage.hopeless(true)).contains(Duration.ofSeconds(20));
        assertThat(outage.stayAway()).contains(Duration.ofSeconds(20));
        time.advance(Duration.ofSeconds(20));
        assertThat(outage.stayAway()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 30})
    void aHundredThatWereSentAwayAtOnceComeBackSpreadAndNoneTooSoon(int seconds) {
        Duration asked = Duration.ofSeconds(seconds);
        Random random = new Random(seconds);
        List<Duration> away = Stream.generate(() -> new Outage(Duration.ofSeconds(60), time.around(random::nextDouble))).limit(100)
                .map(one -> {
                    one.failed(new KeyFeedException(Fault.NO_KEY_SET, "here", "HTTP 503", Optional.of(asked)));
                    return one.stayAway().orElseThrow();
                }).toList();
        Map<Long, Long> tenths = away.stream()
                .collect(Collectors.groupingBy(one -> one.minus(asked).toMillis() / 100, Collectors.counting()));

        assertThat(away).allSatisfy(one -> assertThat(one).isBetween(asked, asked.plus(spread(asked))));
        assertThat(tenths).hasSizeGreaterThanOrEqualTo(10).allSatisfy((tenth, count) -> assertThat(count).isLessThanOrEqualTo(25));
    }

    private static Duration spread(Duration asked) {
        return Duration.ofMillis(Math.max(1_000, asked.toMillis() / 10));
    }

    @Test
    void nobodyKeepsUsAwayLongerThanTheInterval() {
        failed(Duration.ofDays(30));

        assertThat(outage.stayAway()).contains(Duration.ofSeconds(60));
    }

    @Test
    void aClockThatIsSetBackKeepsNobodyAwayLonger() {
        failed(Duration.ofSeconds(30));
        time.setWall(Duration.ofHours(-1));
        assertThat(outage.stayAway()).contains(Duration.ofSeconds(30));

        time.advance(Duration.ofSeconds(30));
        assertThat(outage.stayAway()).isEmpty();
        assertThat(outage.hopeless(false)).isEmpty();
    }

    @Test
    void aClockThatIsSetForwardBringsNobodyBackSooner() {
        failed(Duration.ofSeconds(30));
        time.setWall(Duration.ofHours(1));

        assertThat(outage.stayAway()).contains(Duration.ofSeconds(30));
    }

    @Test
    void aGoodAnswerEndsIt() {
        failed(Duration.ofSeconds(30));
        outage.over();

        assertThat(outage.hopeless(false)).isEmpty();
    }
}
