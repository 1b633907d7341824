package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.openchami.auth.identity.IdentityEvent.Asking;
import org.openchami.auth.identity.IdentityEvent.Cleared;
import org.openchami.auth.identity.IdentityEvent.Ended;
import org.openchami.auth.identity.IdentityEvent.Failed;
import org.openchami.auth.identity.IdentityEvent.Forgotten;
import org.openchami.auth.identity.IdentityEvent.Held;
import org.openchami.auth.identity.IdentityEvent.KeyMade;
import org.openchami.auth.identity.IdentityEvent.Registered;
import org.openchami.auth.identity.IdentityEvent.Rejected;

class TransitionTest {
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
    private static final Instant END = START.plusSeconds(3_600);

    /** A service that calls smd and pcs, after these events, one a second. */
    private static IdentitySnapshot after(IdentityEvent... events) {
        return after(IdentitySnapshot.initial("bss", List.of("smd", "pcs"), START), events);
    }

    private static IdentitySnapshot after(IdentitySnapshot snapshot, IdentityEvent... events) {
        IdentitySnapshot now = snapshot;
        for (int i = 0; i < events.length; i++) {
            now = Transition.of(now, events[i], START.plusSeconds(i + 1L));
        }
        return now;
    }

    private static IdentitySnapshot held() {
        return after(new KeyMade("a key"), new Registered("bss", "agreed"), new Held("smd", END, "a token"),
                new Held("pcs", END, "another"));
    }

    @Test
    void aServiceThatCallsNobodyIsUnusedWhateverComes() {
        IdentitySnapshot nobody = IdentitySnapshot.initial("bss", List.of(), START);

        assertThat(nobody.state()).isEqualTo(IdentityState.UNUSED);
        assertThat(after(nobody, new KeyMade("a key"), new Registered("bss", "agreed"), new Rejected("no"), new Held("smd", END, "a token"))
                .state()).isEqualTo(IdentityState.UNUSED);
    }

    @Test
    void aSnapshotHoldsTheCauseOfItsStateAndWhenItCame() {
        IdentitySnapshot registered = after(new KeyMade("a key was made"), new Registered("bss-2", "an operator said so"));

        assertThat(registered.state()).isEqualTo(IdentityState.REGISTERED);
        assertThat(registered.cause()).isEqualTo("an operator said so");
        assertThat(registered.since()).isEqualTo(START.plusSeconds(2));
        assertThat(registered.clientId()).isEqualTo("bss-2");
    }

    @Test
    void anEventThatLeavesTheStateLeavesItsCauseAndTime() {
        IdentitySnapshot failing = after(new KeyMade("a key"), new Failed("smd", false, "first"), new Failed("smd", false, "second"));

        assertThat(failing.cause()).isEqualTo("first");
        assertThat(failing.since()).isEqualTo(START.plusSeconds(2));
        assertThat(failing.problem()).contains("second");
    }

    @Test
    void everyEventThatMovesTheStateIsItsCause() {
        List<IdentityEvent> story = List.of(new KeyMade("1"), new Registered("bss", "2"), new Failed("smd", false, "3"),
                new Failed("smd", true, "4"), new Rejected("5"), new Forgotten("6"), new Registered("bss", "7"));
        IdentitySnapshot now = IdentitySnapshot.initial("bss", List.of("smd"), START);
        for (IdentityEvent event : story) {
            now = Transition.of(now, event, START);
            assertThat(now.cause()).as("after %s", event).isEqualTo(event.cause());
        }
    }

    @Test
    void oneOfTwoTokensIsNotYetATokenHeld() {
        IdentitySnapshot half = after(new KeyMade("a key"), new Registered("bss", "agreed"), new Held("smd", END, "a token"));

        assertThat(half.state()).isEqualTo(IdentityState.REGISTERED);
        assertThat(half.usable()).isFalse();
    }

    @Test
    void onePeerRefusedMakesTheIdentityRefusedAndLeavesTheOthersToken() {
        IdentitySnapshot refused = after(held(), new Failed("pcs", true, "scope not allowed"));

        assertThat(refused.state()).isEqualTo(IdentityState.REFUSED);
        assertThat(refused.tokens().get("smd").expiresAt()).contains(END);
        assertThat(refused.problem()).contains("scope not allowed");
    }

    @Test
    void aPeerThatIsGrantedLeavesAnotherOneRefused() {
        IdentitySnapshot refused = after(held(), new Failed("pcs", true, "scope not allowed"), new Asking("smd", "due"),
                new Held("smd", END, "a new token"));

        assertThat(refused.state()).isEqualTo(IdentityState.REFUSED);
        assertThat(refused.problem()).contains("scope not allowed");
    }

    @Test
    void theRefusedPeerThatIsGrantedAtLastEndsTheRefusal() {
        IdentitySnapshot mended = after(held(), new Failed("pcs", true, "scope not allowed"), new Held("pcs", END, "a token"));

        assertThat(mended.state()).isEqualTo(IdentityState.TOKEN_HELD);
        assertThat(mended.problem()).isEmpty();
    }

    @Test
    void theProblemOfAPeerWithoutATokenIsWorseThanThatOfOneWithAToken() {
        assertThat(after(held(), new Failed("smd", false, "renewal"), new Failed("pcs", false, "no answer"), new Ended("pcs", "over"))
                .problem()).contains("no answer");
        assertThat(after(held(), new Failed("smd", false, "no answer"), new Ended("smd", "over"), new Failed("pcs", true, "refused"))
                .problem()).contains("no answer");
    }

    @Test
    void ofTwoPeersWithATokenTheProblemOfTheRefusedOneIsWorse() {
        assertThat(after(held(), new Failed("smd", false, "renewal"), new Failed("pcs", true, "refused")).problem()).contains("refused");
        assertThat(after(held(), new Failed("smd", true, "refused"), new Failed("pcs", false, "renewal")).problem()).contains("refused");
    }

    @Test
    void aTokenThatRunsOutWithoutAFailureIsAProblemThatSaysSo() {
        IdentitySnapshot ended = after(held(), new Ended("smd", "the token ran out"));

        assertThat(ended.state()).isEqualTo(IdentityState.ENDED);
        assertThat(ended.problem()).contains("the token ran out before a new one came");
    }

    @Test
    void aDoubtIsOverWithATokenARegistrationOrItsEnd() {
        for (IdentityEvent end : List.of(new Held("smd", END, "a token"), new Registered("bss", "anew"), new Cleared("otherwise"))) {
            assertThat(after(held(), new Rejected("unknown"), end).state()).as("after %s", end).isEqualTo(IdentityState.TOKEN_HELD);
        }
    }

    @Test
    void aRefusalOutranksADoubt() {
        assertThat(after(held(), new Rejected("unknown"), new Failed("smd", true, "an operator's matter")).state())
                .isEqualTo(IdentityState.REFUSED);
    }

    @Test
    void aFailureAloneLeavesADoubt() {
        assertThat(after(held(), new Rejected("unknown"), new Failed("smd", false, "no answer")).state()).isEqualTo(IdentityState.REJECTED);
    }

    @Test
    void whoIsForgottenIsNotRegistered() {
        IdentitySnapshot forgotten = after(held(), new Rejected("unknown"), new Forgotten("seen twice"));

        assertThat(forgotten.registered()).isFalse();
        assertThat(forgotten.state()).isEqualTo(IdentityState.FORGOTTEN);
        assertThat(forgotten.usable()).as("its tokens go on being served").isTrue();
    }

    @Test
    void theFirstEndOfAllTokensIsTold() {
        assertThat(after(held(), new Held("pcs", END.minusSeconds(60), "a token")).expiresAt()).contains(END.minusSeconds(60));
        assertThat(after().expiresAt()).isEqualTo(Optional.empty());
    }

    @Test
    void eachStateHasANameThatPeopleRead() {
        assertThat(Arrays.stream(IdentityState.values()).map(IdentityState::text)).doesNotHaveDuplicates()
                .allMatch(text -> text.matches("[a-z ]+"));
    }
}
