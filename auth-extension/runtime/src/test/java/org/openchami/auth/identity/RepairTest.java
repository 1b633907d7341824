package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.identity.TokenAnswer.Granted;
import org.openchami.auth.identity.TokenAnswer.Refused;
import org.openchami.auth.registration.Refusals;
import org.openchami.auth.registration.RegistrationException.Kind;

import io.smallrye.mutiny.Uni;

/** The authority knows our client, and not what proves us. */
class RepairTest {
    private final IdentityWorld world = new IdentityWorld();
    private final IdentityParts parts = IdentityParts.registered(world);

    private TokenAnswer heal(Refused refusal) {
        return world.await(parts.healing.heal(refusal, parts::ask));
    }

    private void next(TokenAnswer answer) {
        world.authority.answers.add(Uni.createFrom().item(answer));
    }

    @Test
    void aClientThatDoesNotKnowOurKeyIsGivenItAgain() {
        assertThat(heal(PlayedAuthority.keyUnknown())).isInstanceOf(Granted.class);
        assertThat(world.authority.calls).containsExactly("evidence bss", "update bss REPAIR", "token bss");
    }

    @Test
    void aRepairIsToldWithItsCause() {
        heal(PlayedAuthority.keyUnknown());

        assertThat(world.seen).filteredOn(snapshot -> snapshot.state() == IdentityState.REJECTED)
                .anyMatch(snapshot -> snapshot.cause().contains("our client is there"));
    }

    @Test
    void aRepairThatDoesNotHelpIsNotRepeatedForHalfAMinute() {
        for (int i = 0; i < 20; i++) {
            next(PlayedAuthority.keyUnknown());
            heal(PlayedAuthority.keyUnknown());
            world.authority.answers.clear();
            world.pass(Duration.ofSeconds(1));
        }
        assertThat(world.authority.count("update")).isLessThanOrEqualTo(2);

        world.pass(Duration.ofSeconds(30));
        heal(PlayedAuthority.keyUnknown());
        assertThat(world.authority.count("update")).isLessThanOrEqualTo(3).isGreaterThan(1);
    }

    @Test
    void aRepairThatHelpedMakesRoomForTheNextAtOnce() {
        for (int i = 0; i < 5; i++) {
            heal(PlayedAuthority.keyUnknown());
            parts.healing.well();
        }

        assertThat(world.authority.count("update")).isEqualTo(5);
    }

    @Test
    void aRepairThatIsRefusedIsAnOperatorsMatter() {
        world.authority.refusals.add(Refusals.of(Kind.REFUSED));

        var answer = parts.healing.heal(PlayedAuthority.keyUnknown(), parts::ask).onItemOrFailure()
                .transform((item, failure) -> failure instanceof NoTokenException no && no.refused());

        assertThat(world.await(answer)).isTrue();
    }

    @Test
    void whatAnotherProcessHasStoredIsTakenOverInsteadOfARepair() {
        SigningKey theirs = SigningKey.generate();
        world.store.put(world.store.content().with(world.store.content().keys().preparing(theirs).switched(world.time.instant())));
        world.authority.clients.put("bss", new PlayedAuthority.Client(List.of(theirs.kid()), Optional.empty()));

        assertThat(heal(PlayedAuthority.keyUnknown())).isInstanceOf(Granted.class);
        assertThat(parts.keeper.now().keys().current()).isEqualTo(theirs);
        assertThat(world.authority.calls).containsExactly("token bss");
    }
}
