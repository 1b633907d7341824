package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.registration.Refusals;
import org.openchami.auth.registration.RegistrationException.Kind;

/** All steps to a token in their order: each is taken only when the one before has failed. */
class LadderTest {
    /** What a try may take, the two looks included. */
    private static final Duration TRY = Duration.ofSeconds(10);
    @TempDir
    private Path folder;
    private RefreshWorld refresh;
    private IdentityWorld world;

    @BeforeEach
    void given() {
        refresh = new RefreshWorld(folder);
        world = refresh.world;
    }

    /** The calls of the renewal that is due next. */
    private List<String> nextRenewal() {
        world.authority.calls.clear();
        while (world.authority.calls.isEmpty()) {
            world.pass(Duration.ofSeconds(1));
        }
        world.pass(TRY);
        return List.copyOf(world.authority.calls);
    }

    /** Hydra says it of the refresh token first: it knows no token of a client that is gone. */
    private void forgetUs() {
        world.authority.clients.clear();
        refresh.next(PlayedAuthority.invalidClient());
    }

    @Test
    void whileATokenIsHeldNobodyIsAsked() {
        Identity identity = refresh.started();
        world.authority.calls.clear();

        for (int i = 0; i < 100; i++) {
            assertThat(world.await(identity.token("smd"))).isNotNull();
        }

        assertThat(world.authority.calls).isEmpty();
    }

    @Test
    void aRefreshTokenIsTheFirstStep() {
        refresh.started();

        assertThat(nextRenewal()).containsExactly("refresh r'");
    }

    @Test
    void aRefusedRefreshTokenLeadsToClientCredentials() {
        refresh.started();
        world.authority.refreshTokens.clear();

        assertThat(nextRenewal()).containsExactly("refresh r'", "token bss");
    }

    @Test
    void refusedCredentialsLeadToARegistrationAnewWhenTheClientIsSeenTwiceToBeGone() {
        refresh.started();
        forgetUs();

        assertThat(nextRenewal()).containsExactly("refresh r'", "token bss", "evidence bss", "token bss", "evidence bss", "register bss",
                "token bss");
    }

    @Test
    void aRefusedRegistrationIsTheLastStepAndSaysPreciselyWhatIsWrong() {
        Identity identity = refresh.started();
        forgetUs();
        world.authority.refusals.add(Refusals.of(Kind.REFUSED));

        assertThat(nextRenewal()).startsWith("refresh r'", "token bss", "evidence bss", "token bss", "evidence bss", "register bss");
        assertThat(world.seen).anySatisfy(snapshot -> {
            assertThat(snapshot.state()).isEqualTo(IdentityState.REFUSED);
            assertThat(snapshot.problem()).contains(Refusals.of(Kind.REFUSED).getMessage());
            assertThat(snapshot.usable()).as("the cached token is still served").isTrue();
        });
        assertThat(identity.snapshot().usable()).isTrue();
    }

    @Test
    void eachStepDownIsTakenInOneTryAndTheLadderIsClimbedAgain() {
        Identity identity = refresh.started();
        forgetUs();
        nextRenewal();
        world.authority.refreshTokens.clear();

        assertThat(nextRenewal()).as("the refresh token of the client that was deleted").containsExactly("refresh r'", "token bss");
        assertThat(nextRenewal()).as("it is spent for good").containsExactly("token bss");
        assertThat(identity.snapshot().state()).isEqualTo(IdentityState.TOKEN_HELD);
    }
}
