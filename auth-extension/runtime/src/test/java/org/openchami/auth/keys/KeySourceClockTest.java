package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks that go wrong: the wall's is set, and the monotonic one stands still while the machine sleeps. */
class KeySourceClockTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int READS_AN_HOUR = (int) HOUR.dividedBy(TimedSource.REFRESH);
    private final TimedSource keys = new TimedSource();

    @ParameterizedTest
    @ValueSource(ints = {-300, -60, -1, 1, 60, 300})
    void aClockThatIsSetPutsNobodyOffAndCostsOneReadMoreAtMost(int minutes) {
        int before = keys.feed.reads();
        keys.time.setWall(Duration.ofMinutes(minutes));

        assertThat(keys.run(HOUR)).isZero();
        assertThat(keys.feed.reads() - before).isBetween(READS_AN_HOUR - 1, READS_AN_HOUR + 1);
    }

    @Test
    void aLeapSecondIsNothing() {
        int before = keys.feed.reads();
        keys.time.setWall(Duration.ofSeconds(-1));

        assertThat(keys.run(HOUR)).isZero();
        assertThat(keys.feed.reads() - before).isBetween(READS_AN_HOUR - 1, READS_AN_HOUR);
    }

    @Test
    void aClockThatIsSetTimeAndAgainIsNoHotLoop() {
        int before = keys.feed.reads();
        int putOff = 0;
        int times = 60;
        for (int i = 0; i < times; i++) {
            keys.time.setWall(i % 2 == 0 ? HOUR : HOUR.negated());
            for (int tick = 0; tick < 10; tick++) {
                keys.tick();
            }
            putOff += keys.run(Keys.TICK);
        }

        assertThat(putOff).isZero();
        assertThat(keys.feed.reads() - before).isLessThanOrEqualTo(times / 2 + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-300, -60, 0})
    void aClockThatIsSetBackMakesNoLongerStaleWindow(int minutes) {
        keys.time.setWall(Duration.ofMinutes(minutes));
        keys.feed.goAway();

        assertThat(keys.run(TimedSource.STALE.minus(Keys.TICK))).isZero();
        keys.time.advance(Keys.TICK);
        assertThat(keys.served()).isFalse();
    }

    @Test
    void aClockThatIsSetForwardMakesTheStaleWindowNoLongerByItsOwnMeasure() {
        keys.feed.goAway();
        keys.time.setWall(HOUR);

        assertThat(keys.run(TimedSource.STALE.minus(HOUR).minus(Keys.TICK))).isZero();
        keys.time.advance(Keys.TICK);
        assertThat(keys.served()).isFalse();
    }

    @Test
    void aClockThatStandsStillMakesNoLongerStaleWindow() {
        keys.feed.goAway();
        keys.time.advanceUnseen(TimedSource.STALE.minusSeconds(1));
        assertThat(keys.served()).isTrue();

        keys.time.advanceUnseen(Duration.ofSeconds(1));
        assertThat(keys.served()).isFalse();
    }

    @Test
    void aMachineThatSleptReadsAtOnceAndPutsNobodyOff() {
        int before = keys.feed.reads();
        keys.time.sleep(TimedSource.STALE.multipliedBy(4));

        assertThat(keys.run(Keys.TICK)).isZero();
        assertThat(keys.feed.reads() - before).isOne();
    }

    @Test
    void aMachineThatSleptThroughTheStaleWindowOfAnOutageServesNoOldKey() {
        keys.feed.goAway();
        keys.time.sleep(TimedSource.STALE);
        assertThat(keys.served()).isFalse();

        keys.feed.comeBack();
        keys.run(Keys.TICK);
        assertThat(keys.served()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-60, 60})
    void aClockThatIsSetInAnOutageChangesNothingOfHowOftenItIsAsked(int minutes) {
        keys.feed.goAway(Duration.ofSeconds(10));
        keys.time.advance(TimedSource.REFRESH);
        keys.tick();
        int before = keys.feed.reads();
        keys.time.setWall(Duration.ofMinutes(minutes));

        keys.run(Duration.ofSeconds(100));
        assertThat(keys.feed.reads() - before).isEqualTo(10);
    }
}
