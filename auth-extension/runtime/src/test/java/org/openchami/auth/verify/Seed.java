package org.openchami.auth.verify;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Random tries, each of which can be played again: a failure says with what. */
final class Seed {
    private static final String AGAIN = "openchami.fuzz.seed";

    private Seed() {}

    /** The first of the tries is the one that is to be played again, if there is one. */
    static void tries(int count, Consumer<SplittableRandom> property) {
        SplittableRandom seeds = new SplittableRandom();
        Long again = Long.getLong(AGAIN);
        for (int i = 0; i < count; i++) {
            long seed = i == 0 && again != null ? again : seeds.nextLong();
            try {
                property.accept(new SplittableRandom(seed));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("To play it again: -D" + AGAIN + "=" + seed, e);
            }
        }
    }
}
