package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hundred replicas that were started at the same moment. */
class FleetTest {
    private final SimTime time = new SimTime();

    /** When they asked, over so many lives. */
    private List<Duration> asked(Duration life, int lives) {
        List<TimedToken> fleet = LongStream.range(0, 100).mapToObj(seed -> new TimedToken(time, life, seed)).toList();
        fleet.forEach(TimedToken::start);
        time.run(life.multipliedBy(lives));
        return fleet.stream().flatMap(token -> token.asked.stream()).toList();
    }

    /** The most requests in one bin, as a multiple of what all bins hold on average. */
    private static double peak(List<Duration> asked, Duration from, Duration to, Duration bin) {
        int bins = (int) to.minus(from).dividedBy(bin);
        int[] counts = new int[bins];
        int all = 0;
        for (Duration at : asked) {
            int index = (int) Math.floorDiv(at.minus(from).toMillis(), bin.toMillis());
            if (index >= 0 && index < bins) {
                counts[index]++;
                all++;
            }
        }
        return Arrays.stream(counts).max().orElseThrow() / ((double) all / bins);
    }

    private static Duration share(Duration life, double share) {
        return Duration.ofMillis((long) (life.toMillis() * share));
    }

    /** Bins of a tenth of a life, once all have started: who starts together renews apart, and stays so. */
    @ParameterizedTest
    @ValueSource(ints = {30, 300, 3_600})
    void atNoTimeTheyAskThreeTimesAsOftenAsOnAverage(int seconds) {
        Duration life = Duration.ofSeconds(seconds);

        assertThat(peak(asked(life, 20), share(life, 0.25), life.multipliedBy(20), share(life, 0.1))).isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 300, 3_600})
    void eachAsksFourTimesInThreeLivesAndNotMore(int seconds) {
        Duration life = Duration.ofSeconds(seconds);

        assertThat(asked(life, 30)).hasSizeBetween(100 * 30 * 100 / 80, 100 * (2 + 30 * 100 / 75));
    }
}
