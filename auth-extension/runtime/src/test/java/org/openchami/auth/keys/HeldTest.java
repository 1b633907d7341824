package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

/** A set that was read by another process: of its age the wall's clock alone tells something. */
class HeldTest {
    private static final Duration STALE = Duration.ofHours(2);
    private static final Duration AGE = Duration.ofHours(1);
    private final TestTime time = new TestTime();
    private final Surroundings around = time.around();
    private final Held held = new Held(STALE, around);
    private final KeySet set = Jwks.reader().read(Jwks.set(Jwks.ec("a")), around.clock().instant().minus(AGE), KeySet.NONE).set();

    private boolean adopt() {
        return held.adopt(new Held.Dated(set, around.at(set.readAt())));
    }

    @Test
    void itServesForTheRestOfTheStaleWindow() {
        assertThat(adopt()).isTrue();

        time.advance(STALE.minus(AGE).minusMillis(1));
        assertThat(held.find("a")).isPresent();
        time.advance(Duration.ofMillis(1));
        assertThat(held.find("a")).isEmpty();
    }

    @Test
    void aClockThatIsSetBackThenLengthensNothing() {
        adopt();
        time.setWall(AGE.negated());

        time.advance(STALE.minus(AGE));
        assertThat(held.usable()).isFalse();
    }

    @Test
    void aSetThatWasReadHereIsBetter() {
        held.replace(set);

        assertThat(adopt()).isFalse();
    }
}
