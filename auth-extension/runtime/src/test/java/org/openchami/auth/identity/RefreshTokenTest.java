package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.identity.TokenAnswer.Unusable;
import org.openchami.auth.secret.FileOf;
import org.openchami.auth.secret.Secret;

/** Each refresh token is spent once. */
class RefreshTokenTest {
    @TempDir
    private Path folder;
    private RefreshWorld refresh;
    private IdentityWorld world;

    @BeforeEach
    void given() {
        refresh = new RefreshWorld(folder);
        world = refresh.world;
    }

    @Test
    void itIsSpentBeforeClientCredentials() {
        assertThat(refresh.started().snapshot().usable()).isTrue();
        assertThat(world.authority.calls).containsExactly("register bss", "refresh r");
    }

    @Test
    void eachIsSentOnce() {
        refresh.started();
        world.pass(PlayedAuthority.LIFE.multipliedBy(5));

        assertThat(refresh.sent()).hasSizeGreaterThan(5).doesNotHaveDuplicates().startsWith("refresh r", "refresh r'", "refresh r''");
        assertThat(world.authority.count("token")).isZero();
    }

    @Test
    void itsSuccessorOutlivesARestart() {
        refresh.started();
        world.die();
        refresh.started();

        assertThat(refresh.sent()).containsExactly("refresh r", "refresh r'");
    }

    @Test
    void aTokenWhoseSuccessorCanNotBeStoredIsNotUsed() {
        IdentityParts.registered(world);
        refresh.fullWithTheNext();
        Identity identity = refresh.started();

        assertThat(identity.snapshot().usable()).isFalse();
        assertThat(identity.snapshot().state()).isEqualTo(IdentityState.REFUSED);
    }

    @Test
    void aSuccessorThatCouldNotBeStoredIsStoredWhenItCan() {
        IdentityParts.registered(world);
        refresh.fullWithTheNext();
        world.authority.refreshTokens.add("r'");
        Identity identity = refresh.started();
        world.store.full = false;
        world.pass(Duration.ofSeconds(10));

        assertThat(identity.snapshot().usable()).isTrue();
        assertThat(refresh.sent()).containsExactly("refresh r", "refresh r'");
    }

    @Test
    void twoProcessesWithOneStoreNeverSendTheSameOne() {
        world.start();
        world.start();
        world.pass(PlayedAuthority.LIFE.multipliedBy(5));

        assertThat(refresh.sent()).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        assertThat(world.authority.count("token")).isZero();
    }

    @Test
    void theSuccessorThatCameWithAnUnusableAnswerIsKept() {
        refresh.next(new Unusable("its token is for somebody else", Optional.of(Secret.of("r'"))));

        assertThat(refresh.started().snapshot().usable()).isTrue();
        assertThat(refresh.successor()).contains(Secret.of("r'"));
        assertThat(world.authority.calls).containsExactly("register bss", "refresh r", "token bss");
    }

    @Test
    void anAnswerWithoutASuccessorLetsTheSameOneBeUsedAgain() {
        for (int i = 0; i < 3; i++) {
            refresh.next(world.authority.granted(Optional.empty()));
        }
        refresh.started();
        world.pass(PlayedAuthority.LIFE);

        assertThat(refresh.sent()).startsWith("refresh r", "refresh r");
    }

    @Test
    void anotherOneThatTheOperatorPutsInPlaceOfOneThatIsSpentIsUsed() {
        refresh.started();
        FileOf.secret(refresh.file, "new");
        world.authority.refreshTokens.add("new");
        world.pass(PlayedAuthority.LIFE);

        assertThat(refresh.sent()).contains("refresh new");
    }
}
