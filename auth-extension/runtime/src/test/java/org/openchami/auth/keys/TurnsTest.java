package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.subscription.Cancellable;

class TurnsTest {
    private final Queue<Runnable> soon = new ArrayDeque<>();
    private final Turns turns = new Turns(soon::add);
    private final List<String> passed = new ArrayList<>();

    private Cancellable wait(String share) {
        return turns.take(share).subscribe().with(turn -> passed.add(share));
    }

    private void flood(int count) {
        IntStream.range(0, count).forEach(i -> wait("flood"));
    }

    private void oneTick() {
        soon.remove().run();
    }

    @Test
    void aLoneOneGoesAtOnce() {
        wait("a");

        assertThat(passed).containsExactly("a");
    }

    @Test
    void aCrowdOfOnePeerGoesOneAtATime() {
        flood(100);
        passed.clear();

        oneTick();

        assertThat(passed).hasSize(1);
    }

    @Test
    void allGoInTheEnd() {
        flood(100);
        while (!soon.isEmpty()) {
            oneTick();
        }

        assertThat(passed).hasSize(100);
    }

    @Test
    void whoComesLastIsNotLastBehindACrowdOfAnotherPeer() {
        flood(100);
        wait("caller");

        oneTick();

        assertThat(passed).contains("caller");
    }

    @Test
    void aCrowdOfManyPeersGoesTogether() {
        flood(1);
        IntStream.range(0, 10_000).forEach(i -> wait("node " + i));

        oneTick();

        assertThat(passed).hasSize(10_001);
    }

    @Test
    void whoGivesUpTakesNoTurn() {
        flood(1);
        wait("a").cancel();
        wait("b");

        oneTick();

        assertThat(passed).containsExactly("flood", "b");
    }

    @Test
    void nothingRunsOnceAllHaveGone() {
        flood(10);
        while (!soon.isEmpty()) {
            oneTick();
        }

        wait("later");

        assertThat(passed).hasSize(11).endsWith("later");
        assertThat(soon).hasSize(1);
    }
}
