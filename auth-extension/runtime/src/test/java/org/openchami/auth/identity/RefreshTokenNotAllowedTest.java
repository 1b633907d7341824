package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.authority.OAuthError;
import org.openchami.auth.identity.TokenAnswer.Refused;
import org.openchami.auth.secret.FileOf;

/** Our client may not use a refresh token that is as good as it was. */
class RefreshTokenNotAllowedTest {
    @TempDir
    private Path folder;
    private RefreshWorld refresh;
    private IdentityWorld world;

    @BeforeEach
    void given() {
        refresh = new RefreshWorld(folder);
        world = refresh.world;
    }

    private static Refused refused(int status, String error) {
        return new Refused(status, new OAuthError(error, "so says the authority"));
    }

    private void passThreeLives() {
        world.pass(PlayedAuthority.LIFE.multipliedBy(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unauthorized_client", "unsupported_grant_type"})
    void withoutTheGrantItIsTriedOnceAndCredentialsAreUsed(String error) {
        refresh.next(refused(400, error));
        Identity identity = refresh.started();
        passThreeLives();

        assertThat(refresh.sent()).containsExactly("refresh r");
        assertThat(identity.snapshot().state()).isEqualTo(IdentityState.TOKEN_HELD);
        assertThat(world.authority.count("token")).isGreaterThan(3);
    }

    @Test
    void withoutTheGrantItIsNotSpent() {
        refresh.next(PlayedAuthority.grantMissing());
        refresh.started();

        assertThat(world.store.content().refresh().spent()).isEmpty();
    }

    @Test
    void aMissingGrantIsToldOnceWithItsCureAndWithoutTheToken() {
        FileOf.secret(refresh.file, "ory_rt_canary");
        refresh.next(PlayedAuthority.grantMissing());
        try (LogLines log = new LogLines()) {
            refresh.started();
            passThreeLives();

            assertThat(log.of("OCAUTH-0216")).singleElement().asString().contains("unauthorized_client", "Cure:", "grant refresh_token")
                    .doesNotContain("canary");
        }
    }

    @Test
    void theNextStartTriesItAgain() {
        refresh.next(PlayedAuthority.grantMissing());
        refresh.started();
        world.die();
        refresh.started();

        assertThat(refresh.sent()).containsExactly("refresh r", "refresh r");
    }

    @Test
    void anotherOneThatTheOperatorPutsInItsPlaceIsTried() {
        refresh.next(PlayedAuthority.grantMissing());
        refresh.started();
        FileOf.secret(refresh.file, "new");
        world.authority.refreshTokens.add("new");
        world.pass(PlayedAuthority.LIFE);

        assertThat(refresh.sent()).contains("refresh new");
    }

    @Test
    void aScopeThatTheClientLacksIsToldOnceAndMayBeGivenBack() {
        refresh.next(refused(400, "invalid_scope"));
        try (LogLines log = new LogLines()) {
            refresh.started();
            world.pass(PlayedAuthority.LIFE);

            assertThat(refresh.sent()).startsWith("refresh r", "refresh r");
            assertThat(log.of("OCAUTH-0216")).singleElement().asString().contains("invalid_scope", "scopes and audiences");
        }
    }

    /** Keycloak says it of a wrong secret. */
    @Test
    void aClientThatIsNotProvenIsNoMatterOfTheGrant() {
        refresh.next(refused(401, "unauthorized_client"));
        refresh.started();
        world.pass(PlayedAuthority.LIFE);

        assertThat(refresh.sent()).startsWith("refresh r", "refresh r");
    }
}
