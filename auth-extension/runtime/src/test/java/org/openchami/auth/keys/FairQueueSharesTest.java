package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Of those who wait each peer has its share, whatever another sends. */
class FairQueueSharesTest {
    private static final int MOST = 1024;
    private final FairQueue<String> waiting = new FairQueue<>(MOST);

    private long admitted(String network, int count) {
        return IntStream.range(0, count).filter(i -> !waiting.add(network, network + i).equals(Optional.of(network + i))).count();
    }

    @Test
    void thereIsRoomForSoManyAndNoMore() {
        assertThat(admitted("a", MOST + 1)).isEqualTo(MOST);
        assertThat(waiting.size()).isEqualTo(MOST);
    }

    @Test
    void aFloodOf10000FromOneAddressLeavesAnotherItsPlace() {
        admitted("flood", 10_000);

        assertThat(waiting.add("other", "caller")).hasValueSatisfying(gone -> assertThat(gone).startsWith("flood"));
        assertThat(waiting.size()).isEqualTo(MOST);
    }

    @Test
    void aFloodThatGoesOnNeverTakesItBack() {
        waiting.add("other", "caller");
        List<String> gone = new ArrayList<>();

        IntStream.range(0, 10_000).forEach(i -> waiting.add("flood", "flood" + i).ifPresent(gone::add));

        assertThat(gone).hasSize(10_000 - (MOST - 1)).allMatch(one -> one.startsWith("flood"));
    }

    @Test
    void theLastOfTheLargestShareGoesFirst() {
        admitted("flood", MOST);

        assertThat(waiting.add("b", "1")).contains("flood" + (MOST - 1));
        assertThat(waiting.add("b", "2")).contains("flood" + (MOST - 2));
    }

    @Test
    void twoFloodsShareTheRoomEvenly() {
        admitted("a", MOST);

        assertThat(admitted("b", MOST)).isEqualTo(MOST / 2);
        assertThat(admitted("a", 1)).isZero();
    }

    @Test
    void whoLeavesMakesRoom() {
        admitted("a", MOST);
        waiting.remove("a", "a7");

        assertThat(admitted("a", 2)).isEqualTo(1);
    }

    @Test
    void whoHadToGoTakesNobodyElsesPlaceWithIt() {
        admitted("a", MOST);
        waiting.add("b", "caller").ifPresent(gone -> waiting.remove("a", gone));
        waiting.remove("never seen", "nobody");

        assertThat(waiting.size()).isEqualTo(MOST);
    }

    @Test
    void whenAllHaveLeftNothingIsKept() {
        admitted("a", 10);
        IntStream.range(0, 10).forEach(i -> waiting.remove("a", "a" + i));

        assertThat(waiting.size()).isZero();
        assertThat(admitted("b", MOST)).isEqualTo(MOST);
    }

    @Test
    void withoutAnyRoomEverybodyGoes() {
        assertThat(new FairQueue<String>(0).add("a", "caller")).contains("caller");
    }
}
