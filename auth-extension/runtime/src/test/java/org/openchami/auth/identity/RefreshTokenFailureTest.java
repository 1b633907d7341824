package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.authority.OAuthError;
import org.openchami.auth.identity.TokenAnswer.Refused;
import org.openchami.auth.identity.TokenAnswer.Unreachable;
import org.openchami.auth.secret.FileOf;
import org.openchami.auth.secret.Secret;

/** A refresh token is refused, or can not be read. */
class RefreshTokenFailureTest {
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
    void oneThatIsRefusedGivesWayToClientCredentialsForGood() {
        world.authority.refreshTokens.clear();
        Identity identity = refresh.started();
        world.pass(PlayedAuthority.LIFE.multipliedBy(3));

        assertThat(identity.snapshot().usable()).isTrue();
        assertThat(refresh.sent()).containsExactly("refresh r");
        assertThat(world.authority.count("token")).isGreaterThan(3);
    }

    @Test
    void oneThatIsRefusedIsToldAndNotShown() {
        world.authority.refreshTokens.clear();
        world.authority.refreshTokens.add("another");
        try (LogLines log = new LogLines()) {
            refresh.started();

            assertThat(log.of("OCAUTH-0216")).singleElement().asString().contains("invalid_grant").doesNotContain("another");
        }
    }

    @Test
    void oneThatIsRefusedIsNotTriedAgainAfterARestart() {
        world.authority.refreshTokens.clear();
        refresh.started();
        world.die();
        refresh.started();

        assertThat(refresh.sent()).containsExactly("refresh r");
    }

    @Test
    void aRefusalOfOurClientLeavesIt() {
        refresh.next(PlayedAuthority.invalidClient());
        refresh.started();
        world.pass(PlayedAuthority.LIFE);

        assertThat(refresh.sent()).startsWith("refresh r", "refresh r");
        assertThat(new HashSet<>(world.authority.calls)).contains("token bss");
    }

    @Test
    void aRefusalOfAScopeLeavesItAndCredentialsAreUsed() {
        refresh.next(new Refused(400, new OAuthError("invalid_scope", "not granted then")));

        assertThat(refresh.started().snapshot().usable()).isTrue();
        assertThat(world.authority.calls).containsExactly("register bss", "refresh r", "token bss");
        assertThat(world.store.content().refresh().spent()).isEmpty();
    }

    @Test
    void anAuthorityThatIsAwayLeavesItAndIsNotAskedByOtherMeans() {
        refresh.next(new Unreachable("HTTP 503", Optional.of(Duration.ofSeconds(30))));
        Identity identity = refresh.started();
        assertThat(world.authority.calls).containsExactly("register bss", "refresh r");

        world.pass(Duration.ofSeconds(40));

        assertThat(refresh.sent()).containsExactly("refresh r", "refresh r");
        assertThat(identity.snapshot().usable()).isTrue();
    }

    @Test
    void aMissingFileGivesWayToClientCredentialsAndIsTold() throws IOException {
        Files.delete(refresh.file);
        try (LogLines log = new LogLines()) {
            assertThat(refresh.started().snapshot().usable()).isTrue();
            assertThat(log.of("OCAUTH-0216")).singleElement().asString().contains("token is missing", "Cure:");
        }
    }

    @Test
    void anotherOneThatTheOperatorPutsInPlaceOfARefusedOneIsUsed() {
        world.authority.refreshTokens.clear();
        refresh.started();
        FileOf.secret(refresh.file, "new");
        world.authority.refreshTokens.add("new");
        world.pass(PlayedAuthority.LIFE);

        assertThat(refresh.sent()).containsExactly("refresh r", "refresh new");
        assertThat(refresh.successor()).contains(Secret.of("new'"));
    }
}
