package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.openchami.auth.identity.TokenAnswer.Unusable;

import io.smallrye.mutiny.Uni;

/** The authority registers less than we are configured for, or grants less: an error with its cure, and not a surprise at a peer's first 403. */
class LessThanConfiguredTest {
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final String MISSING = "it did not grant the scope 'smd.write'. Cure: check openchami.auth.peers.smd.scopes";
    private final IdentityWorld world = new IdentityWorld("openchami.auth.peers.smd.scopes", "smd.read,smd.write");

    /** The next tokens lack something. */
    private void lacking(int tokens) {
        IntStream.range(0, tokens)
                .forEach(i -> world.authority.answers.add(Uni.createFrom().item(new Unusable(MISSING, true, Optional.empty()))));
    }

    private Identity started() {
        Identity identity = world.start();
        world.pass(MOMENT);
        return identity;
    }

    @Test
    void aRegistrationWithLessIsRefusedAndSaysWhatIsMissingAndTheCure() {
        world.authority.withholds = true;
        IdentitySnapshot registered = IdentityParts.registered(world).machine.snapshot();

        assertThat(registered.state()).isEqualTo(IdentityState.REFUSED);
        assertThat(registered.registered()).isTrue();
        assertThat(registered.problem().orElseThrow()).contains("'bss' without [smd.read, smd.write]", "Cure:");
        assertThat(registered.cause()).contains("smd.write");
    }

    @Test
    void aRegistrationWithLessStaysRefusedWhileTheTokenIsRefused() {
        world.authority.withholds = true;
        world.authority.answers.add(Uni.createFrom().item(PlayedAuthority.notAllowed()));

        assertThat(started().snapshot().state()).isEqualTo(IdentityState.REFUSED);
    }

    @Test
    void aTokenWithAllThatIsConfiguredIsProofThatNothingIsMissing() {
        world.authority.withholds = true;
        IdentitySnapshot held = started().snapshot();

        assertThat(world.seen).extracting(IdentitySnapshot::state).contains(IdentityState.REFUSED);
        assertThat(held.state()).isEqualTo(IdentityState.TOKEN_HELD);
        assertThat(held.problem()).isEmpty();
    }

    @Test
    void onlyThePeerThatNeedsWhatIsMissingLacksIt() {
        IdentitySnapshot two = new IdentityWorld("openchami.auth.peers.pcs.url", "http://pcs:28007").process().snapshot();
        IdentitySnapshot less = Transition.of(two, new IdentityEvent.Withheld("pcs", "without pcs.read"), two.since());

        assertThat(less.tokens().get("pcs").problem()).contains("without pcs.read");
        assertThat(less.tokens().get("smd")).isEqualTo(PeerToken.NONE);
    }

    @Test
    void aTokenThatLacksSomethingIsRefusedWithItsCure() {
        lacking(1);
        IdentitySnapshot refused = started().snapshot();

        assertThat(refused.state()).isEqualTo(IdentityState.REFUSED);
        assertThat(refused.problem()).contains(MISSING);
    }

    @Test
    void itIsNotAskedForAgainAtEachShortStep() {
        lacking(100);
        started();
        world.pass(Duration.ofMillis(1_400));
        assertThat(world.authority.count("token")).as("within the first two seconds and a half").isEqualTo(1);

        world.pass(Duration.ofMinutes(1));
        assertThat(world.authority.count("token")).isBetween(11L, 26L);
    }

    @Test
    void itIsHealedWithinFiveSecondsWhenItIsGivenBack() {
        lacking(10);
        Identity identity = started();
        world.pass(Duration.ofSeconds(20));
        world.authority.answers.clear();
        world.pass(Duration.ofSeconds(5));

        assertThat(identity.snapshot().state()).isEqualTo(IdentityState.TOKEN_HELD);
    }

    @Test
    void aTokenThatIsHeldGoesOnBeingServed() {
        Identity identity = started();
        lacking(1_000);
        world.pass(PlayedAuthority.LIFE.minusSeconds(30));

        assertThat(identity.snapshot().state()).isEqualTo(IdentityState.REFUSED);
        assertThat(identity.snapshot().usable()).isTrue();
    }
}
