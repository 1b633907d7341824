package org.openchami.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.auth.testing.hydra.Hydra;
import org.openchami.it.world.ComeBack;
import org.openchami.it.world.FaultWorld;
import org.openchami.it.world.Healing;
import org.openchami.it.world.NodeCall;
import org.openchami.it.world.SharedWorld;

/** Hydra itself is away, silent, or not the one it was. */
@ExtendWith(SharedWorld.class)
class AuthorityFaultsTest {
    private final FaultWorld world;
    private final Hydra hydra;

    AuthorityFaultsTest(FaultWorld world) {
        this.world = world;
        this.hydra = world.hydra();
    }

    @Test
    void downWhenServicesStartThatNeverHadAnIdentity() {
        Trial.of(world, Scenario.of("down at first start", () -> {
            world.hydra().deleteClient("bss");
            hydra.stop();
        }, hydra::restart).withOneRegistration().meanwhile(trial -> trial.restartServices(world.bss()::loseState)));
    }

    @Test
    void killedAndBack() {
        String user = world.world().token();
        Callers callers = new Callers(world.world());
        Trial.of(world, Scenario.of("killed and back", hydra::kill, hydra::restart).meanwhile(trial -> {
            trial.restartServices();
            // bss has been started since, and knows Hydra's keys all the same
            assertThat(callers.userOfBss(user)).isEmpty();
            // its client is known from the run before, and a token can't be had all the same
            Health bss = Identity.bss(world).health();
            assertThat(bss.up()).isFalse();
            assertThat(bss.state()).isEqualTo("ended");
            assertThat(bss.clientId()).isEqualTo("bss");
            assertThat(bss.problem()).contains("Connection was closed");
            ComeBack.assertIn(NodeCall.withToken(world.world(), 1));
        }));
    }

    @Test
    void paused() {
        Trial.of(world, Scenario.of("paused", hydra::pause, hydra::resume));
    }

    @Test
    void wiped() {
        Trial.of(world, Scenario.of("wiped", hydra::stop, hydra::wipe).withOneRegistration().thatKillsTokens());
        assertUsersAreServed();
    }

    @Test
    void wipedWhileServicesRun() {
        Trial.of(world, Scenario.of("wiped, services run on", hydra::stop, hydra::wipe).withOneRegistration().thatKillsTokens()
                .meanwhile(trial -> {}));
        assertUsersAreServed();
    }

    @Test
    void wipedBehindItsBack() {
        Trial.of(world,
                Scenario.of("wiped, not restarted", () -> hydra.database().wipe(), hydra::restart).withOneRegistration().thatKillsTokens());
        assertUsersAreServed();
    }

    @Test
    void systemSecretChanged() {
        RealHydra.requireProcess(hydra);
        Trial.of(world, Scenario.of("system secret changed", hydra::loseSystemSecret, hydra::restoreSystemSecret));
    }

    @Test
    void atAStandstill() {
        Crowd crowd = new Crowd(hydra);
        Trial.of(world, Scenario.of("pool deadlocked", crowd::gather, crowd::hangUp));
    }

    /** Everybody knows the keys that Hydra signs with now. */
    private void assertUsersAreServed() {
        String user = world.world().token();
        Callers callers = new Callers(world.world());
        await("smd knowing the new keys").atMost(Healing.PATIENCE).until(() -> callers.userOfSmd(user), String::isEmpty);
        await("bss knowing the new keys").atMost(Healing.PATIENCE).until(() -> callers.userOfBss(user), String::isEmpty);
    }
}
