package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How soon the keys are read again after an outage: a matter of what is planned, not of how fast a machine is. */
class RecoveryTest {
    /** What is left of 5 s for the read itself. */
    private static final Duration DUE = Duration.ofSeconds(4);
    private static final int SERVICES = 100;

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT1M", "PT1H", "PT3H", "P1D"})
    void howeverLongAnOutageIsItsEndIsNoticedAtTheNextTick(Duration outage) {
        TimedSource keys = new TimedSource();
        keys.feed.goAway();
        keys.run(TimedSource.REFRESH.plus(outage));
        keys.feed.comeBack();
        int before = keys.feed.reads();

        keys.time.advance(Keys.TICK);
        keys.tick();

        assertThat(keys.feed.reads() - before).isOne();
        assertThat(keys.served()).isTrue();
        assertThat(keys.run(TimedSource.REFRESH.minus(Keys.TICK.multipliedBy(2)))).isZero();
        assertThat(keys.feed.reads() - before).as("the usual pace").isOne();
    }

    @Test
    void aReadThatHangsWhenTheOutageEndsDelaysTheNextByLessThanThat() {
        assertThat(KeySource.SOON.plus(Keys.TICK)).isLessThanOrEqualTo(DUE);
    }

    @Test
    void aHundredThatWereSentAwayAtOnceReadSpreadAndNoneTooSoon() {
        Duration asked = Duration.ofSeconds(30);
        Duration step = Duration.ofMillis(100);
        Random random = new Random(1);
        List<TimedSource> all = Stream.generate(() -> new TimedSource(random::nextDouble)).limit(SERVICES).toList();
        all.forEach(one -> {
            one.feed.goAway(asked);
            one.time.advance(TimedSource.REFRESH);
            one.tick();
            one.time.advance(asked.minusMillis(1));
        });
        assertThat(all).noneMatch(one -> one.source.due());

        for (int steps = 0; steps <= asked.dividedBy(step) / 10; steps++) {
            int before = reads(all);
            all.forEach(one -> {
                one.time.advance(step);
                one.tick();
            });
            assertThat(reads(all) - before).isLessThanOrEqualTo(SERVICES / 5);
        }
        assertThat(all).allMatch(one -> one.feed.reads() == 3);
    }

    private static int reads(List<TimedSource> all) {
        return all.stream().mapToInt(one -> one.feed.reads()).sum();
    }
}
