package org.openchami.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;
import org.openchami.it.world.SharedWorld;
import org.openchami.it.world.WiredWorld;
import org.openchami.it.world.World;

import io.vertx.core.json.JsonObject;

/**
 * Hydra is slow, or silent, for most of a token's life: bss's token is due for renewal in that time, and both services read Hydra's keys again
 * every second. Whoever holds a valid token notices nothing.
 */
@ExtendWith(SharedWorld.class)
class HydraAwayTest {
    private static final Duration SLOW = Duration.ofSeconds(3);
    /** bss gives a token away until 5 s before its end. */
    private static final Duration BEFORE_THE_END = Duration.ofSeconds(6);
    private static final Duration A_TOKENS_LIFE = Duration.ofSeconds(100);
    private final WiredWorld wired;
    private final World world;

    HydraAwayTest(WiredWorld wired) {
        this.wired = wired;
        this.world = wired.world();
    }

    @BeforeEach
    void giveBssAFreshToken() {
        world.bss().stop();
        world.bss().start();
        world.bss().awaitReady();
    }

    @Test
    void aHydraThatTakesThreeSecondsAnAnswerCostsNobodyAnything() {
        Instant end = bssTokenEnds();
        String token = world.token();
        wired.line().delay(SLOW);
        try (Traffic traffic = traffic(token)) {
            await("bss's renewal").atMost(A_TOKENS_LIFE).pollInterval(Duration.ofSeconds(1)).until(() -> bssTokenEnds().isAfter(end));
            traffic.stop();
            assertThat(traffic.failures()).isEmpty();
            assertThat(traffic.slow()).isEmpty();
        } finally {
            wired.line().heal();
        }
    }

    @Test
    void aHydraThatAnswersNothingCostsNobodyAnythingWhileTokensAreGood() {
        Instant end = bssTokenEnds();
        String token = world.token();
        wired.hydraAdmin().forget();
        wired.hydra().forget();
        Instant begin = Instant.now();
        world.hydra().pause();
        long calls;
        try (Traffic traffic = traffic(token)) {
            await("the last safe moment of bss's token").atMost(A_TOKENS_LIFE).pollInterval(Duration.ofMillis(100))
                    .until(() -> Instant.now().isAfter(end.minus(BEFORE_THE_END)));
            traffic.stop();
            assertThat(traffic.failures()).isEmpty();
            assertThat(traffic.slow()).isEmpty();
            calls = traffic.calls();
        } finally {
            world.hydra().resume();
        }
        Instant back = Instant.now();
        await("bss's renewal").atMost(A_TOKENS_LIFE).pollInterval(Duration.ofMillis(50)).until(() -> bssTokenEnds().isAfter(end));
        Instant well = Instant.now();
        long tokens = wired.hydra().count("POST", "/oauth2/token");
        Figures.Clients clients = new Figures.Clients(wired.hydraAdmin().count("POST", "/admin/clients"),
                world.hydra().clientIds().stream().filter("bss"::equals).count(), 0);
        new Figures("paused for a minute", "bss", Duration.between(begin, well), clients, tokens, tokens,
                new Figures.Calls(calls, calls, List.of()), Duration.between(back, well), Optional.empty()).assertWithin(0, 0);
    }

    private Traffic traffic(String token) {
        Callers callers = new Callers(world);
        return Traffic.start(SLOW, callers.with(token), callers::anybody);
    }

    /** As bss's health says; the distant past if it holds none. */
    private Instant bssTokenEnds() {
        Answer health = Call.to(world.bss().url(), "/q/health/ready").get();
        return health.json().getJsonArray("checks").stream().map(JsonObject.class::cast)
                .map(check -> check.getJsonObject("data", new JsonObject()).getString("expires_at")).filter(end -> end != null)
                .map(Instant::parse).max(Comparator.naturalOrder()).orElse(Instant.MIN);
    }
}
