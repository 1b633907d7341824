package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class WaitingTest {
    private static final int MOST = 1024;
    private final Waiting<String> waiting = new Waiting<>(MOST);

    private long admitted(String network, int count) {
        return IntStream.range(0, count).filter(i -> !waiting.enter(network, network + i).equals(Optional.of(network + i))).count();
    }

    @Test
    void thereIsRoomForSoManyAndNoMore() {
        assertThat(admitted("a", MOST + 1)).isEqualTo(MOST);
        assertThat(waiting.size()).isEqualTo(MOST);
    }

    @Test
    void aFloodOf10000FromOneAddressLeavesAnotherItsPlace() {
        admitted("flood", 10_000);

        assertThat(waiting.enter("other", "caller")).hasValueSatisfying(gone -> assertThat(gone).startsWith("flood"));
        assertThat(waiting.size()).isEqualTo(MOST);
    }

    @Test
    void aFloodThatGoesOnNeverTakesItBack() {
        waiting.enter("other", "caller");
        List<String> gone = new ArrayList<>();

        IntStream.range(0, 10_000).forEach(i -> waiting.enter("flood", "flood" + i).ifPresent(gone::add));

        assertThat(gone).hasSize(10_000 - (MOST - 1)).allMatch(one -> one.startsWith("flood"));
    }

    @Test
    void theFirstOfTheLargestGroupGoesFirst() {
        admitted("flood", MOST);

        assertThat(waiting.enter("b", "1")).contains("flood0");
        assertThat(waiting.enter("b", "2")).contains("flood1");
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
        waiting.leave("a", "a7");

        assertThat(admitted("a", 2)).isEqualTo(1);
    }

    @Test
    void whoHadToGoTakesNobodyElsesPlaceWithIt() {
        admitted("a", MOST);
        waiting.enter("b", "caller").ifPresent(gone -> waiting.leave("a", gone));
        waiting.leave("never seen", "nobody");

        assertThat(waiting.size()).isEqualTo(MOST);
    }

    @Test
    void whenAllHaveLeftNothingIsKept() {
        admitted("a", 10);
        IntStream.range(0, 10).forEach(i -> waiting.leave("a", "a" + i));

        assertThat(waiting.size()).isZero();
        assertThat(admitted("b", MOST)).isEqualTo(MOST);
    }

    @Test
    void withoutAnyRoomEverybodyGoes() {
        assertThat(new Waiting<String>(0).enter("a", "caller")).contains("caller");
    }
}
