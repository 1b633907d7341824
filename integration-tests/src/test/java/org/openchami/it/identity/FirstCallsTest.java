package org.openchami.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

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
    private final WiredWorld wired;
    private final World world;

    FirstCallsTest(WiredWorld wired) {
        this.wired = wired;
        this.world = wired.world();
    }

    @Test
    void aThousandFirstCallsMakeOneRegistrationAndOneTokenRequest() {
        call(1_000);
        assertThat(wired.hydraAdmin().count("POST", "/admin/clients")).isEqualTo(1);
        assertThat(wired.hydra().count("POST", "/oauth2/token")).isEqualTo(1);
        assertThat(RegisteredClient.allOfBss(world.hydra())).isEqualTo(List.of("bss"));
        assertThat(wired.smd().passed()).isNotEmpty().allSatisfy(one -> assertThat(one.status()).isEqualTo(200));
    }

    /** A machine may take longer to hear so many than bss waits for Hydra: then it tries again, in steps, and not once a caller. */
    @Test
    void tenThousandFirstCallsMakeOneClientAndOneRequestAStep() {
        long steps = 2 + call(10_000).toSeconds();
        assertThat(wired.hydraAdmin().passed()).filteredOn(one -> one.method().equals("POST") && one.status() == 201).hasSize(1);
        assertThat(wired.hydraAdmin().count("POST", "/admin/clients")).isBetween(1L, steps);
        assertThat(wired.hydra().count("POST", "/oauth2/token")).isBetween(1L, steps);
        assertThat(RegisteredClient.allOfBss(world.hydra())).isEqualTo(List.of("bss"));
        assertThat(wired.smd().passed()).allSatisfy(one -> assertThat(one.status()).isEqualTo(200));
    }

    /** @return how long it took until all had answers, and bss was well */
    private Duration call(int callers) {
        world.bss().stop();
        world.bss().loseState();
        world.hydra().deleteClient("bss");
        wired.hydraAdmin().forget();
        wired.hydra().forget();
        wired.smd().forget();
        wired.hydraAdmin().hold();
        world.bss().start();
        world.bss().awaitListening();
        Instant begin = Instant.now();
        try (FirstCallers nodes = new FirstCallers(world.bss().url(), callers)) {
            List<Future<FirstCallers.Answer>> calls = nodes.call(callers);
            await("the registration").atMost(Duration.ofSeconds(30)).until(() -> wired.hydraAdmin().held() > 0);
            wired.hydraAdmin().release();
            List<FirstCallers.Answer> answers = calls.stream().map(FirstCallers::answer).toList();
            assertThat(answers).extracting(FirstCallers.Answer::status).containsOnly(200);
            assertThat(answers).extracting(FirstCallers.Answer::body).allMatch(script -> script.startsWith("#!ipxe\n"));
            world.bss().awaitReady();
            Duration lasted = Duration.between(begin, Instant.now());
            LOG.log(Level.INFO, "{0} first calls in {1}: {2} registrations, {3} token requests; {4} were told to ask again", callers,
                    lasted,
                    wired.hydraAdmin().count("POST", "/admin/clients"), wired.hydra().count("POST", "/oauth2/token"),
                    answers.stream().filter(answer -> !answer.body().contains("&arch=${buildarch}")).count());
            return lasted;
        }
    }
}
