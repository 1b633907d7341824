package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class FairQueueTest {
    private final FairQueue<String> queue = new FairQueue<>(4);

    private List<String> rest() {
        List<String> all = new ArrayList<>();
        while (queue.size() > 0) {
            all.add(queue.next().orElseThrow());
        }
        return all;
    }

    @Test
    void nothingWaitsInAnEmptyOne() {
        assertThat(queue.next()).isEmpty();
    }

    @Test
    void onePeersAreServedInTheOrderTheyCame() {
        queue.add("a", "a1");
        queue.add("a", "a2");

        assertThat(rest()).containsExactly("a1", "a2");
    }

    @Test
    void peersAreServedInTurns() {
        queue.add("a", "a1");
        queue.add("a", "a2");
        queue.add("a", "a3");
        queue.add("b", "b1");

        assertThat(rest()).containsExactly("a1", "b1", "a2", "a3");
    }

    @Test
    void aFloodCrowdsOutOnlyItself() {
        for (int i = 1; i <= 4; i++) {
            assertThat(queue.add("flood", "f" + i)).isEmpty();
        }

        assertThat(queue.add("flood", "f5")).contains("f5");
        assertThat(queue.add("b", "b1")).contains("f4");
        assertThat(queue.add("c", "c1")).contains("f3");
        assertThat(queue.add("flood", "f6")).contains("f6");
        assertThat(rest()).containsExactly("f1", "b1", "c1", "f2");
    }

    @Test
    void amongEqualsTheNewcomerGoes() {
        for (String peer : List.of("a", "b", "c", "d")) {
            queue.add(peer, peer + "1");
        }

        assertThat(queue.add("e", "e1")).contains("e1");
        assertThat(queue.size()).isEqualTo(4);
    }
}
