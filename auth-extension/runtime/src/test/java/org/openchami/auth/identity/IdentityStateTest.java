package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.openchami.auth.identity.Explored.Arrow;

/** The table of the states against all that events can do. */
class IdentityStateTest {
    @Test
    void everyArrowOfTheTableIsMetBySomeEvents() {
        assertThat(Explored.drawn().filter(arrow -> !Explored.MET.containsKey(arrow))).isEmpty();
    }

    @Test
    void everyArrowThatEventsMeetStandsInTheTable() {
        assertThat(Explored.MET.keySet().stream().filter(arrow -> !arrow.from().mayBecome(arrow.to()))).isEmpty();
    }

    @Test
    void nothingLeadsIntoUnusedOrBackToNothing() {
        assertThat(Explored.drawn()).noneMatch(arrow -> arrow.to() == IdentityState.UNUSED || arrow.to() == IdentityState.NOTHING);
    }

    @Test
    void everyStateButUnusedCanBecomeATokenHeldAgain() {
        Set<IdentityState> healed = new HashSet<>(Set.of(IdentityState.TOKEN_HELD));
        for (int i = 0; i < IdentityState.values().length; i++) {
            Explored.drawn().filter(arrow -> healed.contains(arrow.to())).forEach(arrow -> healed.add(arrow.from()));
        }

        assertThat(healed).containsAll(Arrays.stream(IdentityState.values()).filter(state -> state != IdentityState.UNUSED).toList());
    }

    @Test
    void forgottenComesOfRejectedAlone() {
        assertThat(Explored.drawn().filter(arrow -> arrow.to() == IdentityState.FORGOTTEN)).extracting(Arrow::from)
                .containsExactly(IdentityState.REJECTED);
    }

    @Test
    void everyStateMayStayAsItIs() {
        assertThat(IdentityState.values()).allMatch(state -> state.mayBecome(state));
    }
}
