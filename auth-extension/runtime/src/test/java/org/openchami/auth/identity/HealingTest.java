package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.openchami.auth.authority.OAuthError;
import org.openchami.auth.identity.TokenAnswer.Granted;
import org.openchami.auth.identity.TokenAnswer.Refused;
import org.openchami.auth.identity.TokenAnswer.Unreachable;
import org.openchami.auth.registration.ClientEvidence;

import io.smallrye.mutiny.Uni;

/** The token endpoint refused us. */
class HealingTest {
    private final IdentityWorld world = new IdentityWorld();
    private final IdentityParts parts = IdentityParts.registered(world);

    private TokenAnswer heal(Refused refusal) {
        return world.await(parts.healing.heal(refusal, parts::ask));
    }

    private void next(TokenAnswer answer) {
        world.authority.answers.add(Uni.createFrom().item(answer));
    }

    @Test
    void aClientThatIsSeenToBeGoneTwiceIsRegisteredAnewOnce() {
        world.authority.clients.clear();

        assertThat(heal(PlayedAuthority.invalidClient())).isInstanceOf(Granted.class);
        assertThat(world.authority.calls).containsExactly("evidence bss", "token bss", "evidence bss", "register bss", "token bss");
    }

    @Test
    void theTwoLooksAreTwoSecondsApart() {
        world.authority.clients.clear();
        Duration before = world.time.now();
        heal(PlayedAuthority.invalidClient());

        assertThat(world.time.now().minus(before)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aRegistrationAnewIsToldWithItsCause() {
        world.authority.clients.clear();
        heal(PlayedAuthority.invalidClient());

        assertThat(world.seen).extracting(IdentitySnapshot::state).containsSubsequence(IdentityState.REJECTED, IdentityState.FORGOTTEN,
                IdentityState.REGISTERED);
        assertThat(world.seen).filteredOn(snapshot -> snapshot.state() == IdentityState.FORGOTTEN)
                .allMatch(snapshot -> snapshot.cause().contains("seen twice"));
    }

    @Test
    void callersAtOnceHealOnce() {
        world.authority.clients.clear();
        Refused refusal = PlayedAuthority.invalidClient();

        world.await(Uni.join().all(parts.healing.heal(refusal, parts::ask), parts.healing.heal(refusal, parts::ask)).andFailFast());

        assertThat(world.authority.count("register")).isEqualTo(1);
    }

    @Test
    void aClientThatIsThereAtTheSecondLookIsLeftAlone() {
        world.authority.clients.clear();
        world.authority.evidence.add(ClientEvidence.ABSENT);
        world.authority.evidence.add(ClientEvidence.UNKNOWN);

        assertThat(heal(PlayedAuthority.invalidClient())).isInstanceOf(Refused.class);
        assertThat(world.authority.count("register")).isZero();
        assertThat(parts.machine.snapshot().doubt()).isEmpty();
    }

    @Test
    void anotherRefusalAtTheSecondLookIsNoProof() {
        world.authority.evidence.add(ClientEvidence.ABSENT);
        next(new Refused(400, new OAuthError("invalid_scope", "not allowed to request scope")));

        heal(PlayedAuthority.invalidClient());

        assertThat(world.authority.count("register")).isZero();
        assertThat(parts.machine.snapshot().doubt()).isEmpty();
    }

    @Test
    void silenceAtTheSecondLookIsNoProof() {
        world.authority.evidence.add(ClientEvidence.ABSENT);
        next(new Unreachable("no answer", Optional.empty()));

        heal(PlayedAuthority.invalidClient());

        assertThat(world.authority.count("register")).isZero();
        assertThat(parts.machine.snapshot().doubt()).isEmpty();
    }

    @Test
    void aTokenAtTheSecondLookEndsTheMatter() {
        world.authority.evidence.add(ClientEvidence.ABSENT);

        assertThat(heal(PlayedAuthority.invalidClient())).isInstanceOf(Granted.class);
        assertThat(world.authority.count("register")).isZero();
        assertThat(parts.machine.snapshot().doubt()).isEmpty();
    }

    @Test
    void withoutTheKeySetNothingIsDone() {
        world.authority.clients.clear();
        world.authority.keySetRead = false;

        assertThat(heal(PlayedAuthority.invalidClient())).isInstanceOf(Refused.class);
        assertThat(world.authority.calls).containsExactly("evidence bss");
    }

    @Test
    void withoutAnAnswerOfTheManagementNothingIsDone() {
        world.authority.evidence.add(ClientEvidence.UNKNOWN);

        assertThat(heal(PlayedAuthority.invalidClient())).isInstanceOf(Refused.class);
        assertThat(world.authority.calls).containsExactly("evidence bss");
    }

    @Test
    void whatIsNotAllowedIsAnOperatorsMatterAndNobodyIsAsked() {
        assertThat(heal(PlayedAuthority.notAllowed())).isInstanceOf(Refused.class);
        assertThat(world.authority.calls).isEmpty();
    }

    @Test
    void aRefusalThatSaysNothingIsWaitedOutAndNobodyIsAsked() {
        assertThat(heal(new Refused(400, new OAuthError("", "")))).isInstanceOf(Refused.class);
        assertThat(world.authority.calls).isEmpty();
    }

    @Test
    void theTokenOfTheSecondLookIsUsed() {
        world.authority.evidence.add(ClientEvidence.ABSENT);
        heal(PlayedAuthority.invalidClient());

        assertThat(world.authority.count("token")).isEqualTo(1);
    }
}
