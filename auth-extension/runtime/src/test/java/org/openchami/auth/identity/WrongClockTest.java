package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.IdentityStore;
import org.openchami.auth.registration.AdminOf;
import org.openchami.auth.testing.hydra.Hydra;

import io.smallrye.mutiny.Uni;

/** Hydra's clock, to which it grants no leeway, and ours differ: a few seconds, as clocks do, or half a minute. */
class WrongClockTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static Hydra hydra;

    @BeforeAll
    static void start() {
        hydra = Hydra.start();
    }

    @AfterAll
    static void end() {
        hydra.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {-30, -2, 2, 30})
    void aClockThatIsNotTheAuthoritysCostsNoRequest(long seconds) {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));
        try (GrantWorld world = new GrantWorld(hydra.publicUrl(), hydra.adminUrl(), clock)) {
            Settings settings = world.settings;
            Identity identity = new Identity(settings, new Proof(settings.own(), clock), IdentityStore.inMemory(),
                    AdminOf.settings(world.vertx, settings), world.grant, () -> Uni.createFrom().item(true),
                    VertxSurroundings.of(world.vertx, clock, System::nanoTime), snapshot -> {});
            identity.load();
            identity.start();

            identity.token("smd").await().atMost(PATIENCE);

            assertThat(identity.snapshot().state()).isEqualTo(IdentityState.TOKEN_HELD);
            assertThat(identity.counts().get("asking").sum()).isEqualTo(1);
            assertThat(identity.counts().get("failed").sum()).isZero();
        }
    }
}
