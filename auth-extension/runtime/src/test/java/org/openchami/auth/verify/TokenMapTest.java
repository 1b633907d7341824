package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

class TokenMapTest {
    private static TokenHash hash(int number) {
        return new TokenHash(number, 0, 0, 0);
    }

    @Test
    void whatWasPutIsFound() {
        TokenMap<String> map = new TokenMap<>(4);
        map.put(hash(1), "one");

        assertThat(map.get(hash(1))).isEqualTo("one");
        assertThat(map.get(hash(2))).isNull();
    }

    @Test
    void hashesThatDifferInOneNumberAreOthers() {
        TokenMap<String> map = new TokenMap<>(4);
        map.put(new TokenHash(1, 2, 3, 4), "one");

        assertThat(map.get(new TokenHash(1, 2, 3, 5))).isNull();
        assertThat(map.get(new TokenHash(1, 0, 3, 4))).isNull();
    }

    @Test
    void theLaterValueCounts() {
        TokenMap<String> map = new TokenMap<>(4);
        map.put(hash(1), "one");
        map.put(hash(1), "two");

        assertThat(map.get(hash(1))).isEqualTo("two");
        assertThat(map.size()).isEqualTo(1);
    }

    @Test
    void neverMoreThanTheMostAreHeld() {
        TokenMap<Integer> map = new TokenMap<>(100);
        for (int i = 0; i < 10_000; i++) {
            map.put(hash(i), i);
            assertThat(map.size()).isLessThanOrEqualTo(100);
        }

        assertThat(map.size()).isEqualTo(100);
        assertThat(map.get(hash(9_999))).isEqualTo(9_999);
    }

    @Test
    void oneHoldsOne() {
        TokenMap<Integer> map = new TokenMap<>(1);
        map.put(hash(1), 1);
        map.get(hash(1));
        map.put(hash(2), 2);

        assertThat(map.get(hash(1))).isNull();
        assertThat(map.get(hash(2))).isEqualTo(2);
    }

    @Test
    void aFloodOfOthersDoesNotDriveOutWhatIsInUse() {
        TokenMap<Integer> map = new TokenMap<>(100);
        for (int i = 0; i < 10; i++) {
            map.put(hash(i), i);
        }
        for (int i = 1_000; i < 20_000; i++) {
            map.put(hash(i), i);
            if (i % 50 == 0) {
                for (int used = 0; used < 10; used++) {
                    assertThat(map.get(hash(used))).isEqualTo(used);
                }
            }
        }
    }

    @Test
    void whatIsTakenAwayIsGoneAndItsPlaceIsFree() {
        TokenMap<String> map = new TokenMap<>(2);
        String one = "one";
        map.put(hash(1), one);
        map.remove(hash(1), one);

        assertThat(map.get(hash(1))).isNull();
        assertThat(map.size()).isZero();
    }

    @Test
    void anotherValueThanTheOneMeantStays() {
        TokenMap<String> map = new TokenMap<>(2);
        map.put(hash(1), "newer");
        map.remove(hash(1), "older");

        assertThat(map.get(hash(1))).isEqualTo("newer");
    }

    @Test
    void manyThreadsFindTheirOwnValuesOrNone() throws Exception {
        TokenMap<Integer> map = new TokenMap<>(64);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                long seed = thread;
                all.add(threads.submit(() -> hammer(map, new Random(seed))));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(map.size()).isLessThanOrEqualTo(64);
        for (int i = 0; i < 64; i++) {
            map.put(hash(100_000 + i), i);
        }
        // with nothing left over that no place knows of, the last 64 are all there is
        for (int i = 0; i < 64; i++) {
            map.put(hash(200_000 + i), i);
        }
        assertThat(map.size()).isLessThanOrEqualTo(64);
    }

    private static void hammer(TokenMap<Integer> map, Random random) {
        for (int i = 0; i < 100_000; i++) {
            int key = random.nextInt(200);
            Integer found = map.get(hash(key));
            if (found == null) {
                map.put(hash(key), key);
            } else if (found != key) {
                throw new AssertionError("found " + found + " for " + key);
            } else if (random.nextInt(10) == 0) {
                map.remove(hash(key), found);
            }
        }
    }
}
