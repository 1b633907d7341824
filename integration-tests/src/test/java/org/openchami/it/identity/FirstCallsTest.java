package org.openchami.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.it.world.SharedWorld;
import org.openchami.it.world.WiredWorld;
import org.openchami.it.world.World;

import io.vertx.core.Future;

/** Many callers at once, and nothing registered yet. */
@ExtendWith(SharedWorld.class)
class FirstCallsTest {
    private static final Logger LOG = System.getLogger(FirstCallsTest.class.getName());
    private static final int CALLERS = 10_000;
    /** bss waits 5 s for the answer to its registration, which it began before it listened. */
    private static final Duration HELD = Duration.ofSeconds(3);
    private final WiredWorld wired;
    private final World world;

    FirstCallsTest(WiredWorld wired) {
        this.wired = wired;
        this.world = wired.world();
    }

    @Test
    void tenThousandFirstCallsMakeOneRegistrationAndOneTokenRequest() {
        world.bss().stop();
        world.bss().loseState();
        world.hydra().deleteClient("bss");
        wired.hydraAdmin().forget();
        wired.hydra().forget();
        wired.smd().forget();
        wired.hydraAdmin().hold();
        world.bss().start();
        world.bss().awaitListening();
        try (FirstCallers callers = new FirstCallers(world.bss().url(), CALLERS)) {
            Instant begin = Instant.now();
            List<Future<FirstCallers.Answer>> calls = callers.call(CALLERS);
            await("the registration").atMost(Duration.ofSeconds(30)).until(() -> wired.hydraAdmin().held() > 0);
            awaitSent(callers);
            int outstanding = callers.sent();
            wired.hydraAdmin().release();

            List<FirstCallers.Answer> answers = calls.stream().map(FirstCallers::answer).toList();
            LOG.log(Level.INFO, "{0} first calls in {1}, {2} of them before the registration was answered; {3} were told to ask again",
                    CALLERS,
                    Duration.between(begin, Instant.now()), outstanding,
                    answers.stream().filter(answer -> !answer.body().contains("&arch=${buildarch}")).count());
            assertThat(answers).extracting(FirstCallers.Answer::status).containsOnly(200);
            assertThat(answers).extracting(FirstCallers.Answer::body).allMatch(script -> script.startsWith("#!ipxe\n"));
        }
        world.bss().awaitReady();
        assertThat(wired.hydraAdmin().count("POST", "/admin/clients")).isEqualTo(1);
        assertThat(wired.hydra().count("POST", "/oauth2/token")).isEqualTo(1);
        assertThat(RegisteredClient.allOfBss(world.hydra())).isEqualTo(List.of("bss"));
        assertThat(wired.smd().passed()).isNotEmpty().allSatisfy(one -> assertThat(one.status()).isEqualTo(200));
    }

    /** All of them, or as many as a slow machine sends before bss gives its registration up. */
    private static void awaitSent(FirstCallers callers) {
        try {
            await().atMost(HELD).pollInterval(Duration.ofMillis(10)).until(() -> callers.sent() == CALLERS);
        } catch (ConditionTimeoutException slow) {
            LOG.log(Level.INFO, "{0} of {1} calls have left", callers.sent(), CALLERS);
        }
    }
}
