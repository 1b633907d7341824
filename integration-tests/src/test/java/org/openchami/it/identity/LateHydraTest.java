package org.openchami.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;
import org.openchami.it.world.ComeBack;
import org.openchami.it.world.Healing;
import org.openchami.it.world.NodeCall;
import org.openchami.it.world.Tutorial.Node;
import org.openchami.it.world.WiredWorld;
import org.openchami.it.world.World;

/** The story of a bss that starts before everything it needs, in the order in which it happens. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LateHydraTest {
    /** The services start in it, and Hydra; how soon they heal is measured elsewhere. */
    private static final Duration HEALED_WITHIN = Duration.ofSeconds(90);
    private static WiredWorld wired;
    private static World world;
    private static Node node;

    @BeforeAll
    static void startBssAlone() {
        wired = WiredWorld.prepare(Duration.ofSeconds(12));
        world = wired.world();
        node = world.tutorial().node(4);
        world.hydra().stop();
        world.bss().start();
        world.bss().awaitListening();
    }

    @AfterAll
    static void close() {
        if (wired != null) {
            wired.close();
        }
    }

    @Test
    @Order(1)
    void whileHydraIsDownNodesAreToldToAskAgain() {
        Answer answer = NodeCall.boot(world, node).answer();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("""
                #!ipxe
                sleep 10
                chain https://api-gw-service-nmn.local/apis/bss/boot/v1/bootscript?mac=%s&retry=1

                """.formatted(node.mac()));
    }

    @Test
    @Order(2)
    void whileHydraIsDownBssIsNotReadyAndSaysWhy() {
        Answer answer = Call.to(world.bss().url(), "/q/health/ready").get();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("openchami-auth").contains("\"identity\": \"ended\"").contains("/admin/clients");
    }

    @Test
    @Order(3)
    void onceTheyAreThereAllHealsByItself() {
        world.smd().start();
        world.hydra().restart();
        world.smd().awaitReady();
        world.bss().awaitReady();
        world.load();
        awaitBoot();
        assertThat(RegisteredClient.allOfBss(world.hydra())).isEqualTo(List.of("bss"));
    }

    @Test
    @Order(4)
    void whileHydraIsAwayForLongerThanATokenLivesBssSaysComeBackAndNeverThatACredentialIsBad() {
        AtomicInteger number = new AtomicInteger();
        Set<Integer> statuses = new TreeSet<>();
        world.hydra().pause();
        try {
            await("the end of the token").atMost(HEALED_WITHIN).until(() -> {
                int status = NodeCall.withToken(world, number.incrementAndGet()).status();
                statuses.add(status);
                return status == 503;
            });
            assertThat(statuses).containsExactly(200, 503);
            ComeBack.assertIn(NodeCall.withToken(world, number.incrementAndGet()));
            assertThat(Call.to(world.bss().url(), "/q/health/ready").get().body()).contains("\"identity\": \"ended\"")
                    .contains("\"problem\": \"no answer within 5 s\"");
        } finally {
            world.hydra().resume();
        }
        await("an answer with a new token").atMost(Healing.PATIENCE)
                .until(() -> NodeCall.withToken(world, number.incrementAndGet()).status() == 200);
    }

    @Test
    @Order(5)
    void aWipedHydraIsRegisteredAtAgainWithOneClient() {
        String kid = RegisteredClient.ofBss(world.hydra()).kid();
        world.hydra().wipe();
        await("a new registration").atMost(HEALED_WITHIN)
                .until(() -> RegisteredClient.allOfBss(world.hydra()).equals(List.of("bss")));
        assertThat(RegisteredClient.ofBss(world.hydra()).kid()).isEqualTo(kid);
        await("a token that smd takes").atMost(HEALED_WITHIN).until(() -> {
            int before = wired.smd().passed().size();
            NodeCall.boot(world, node);
            return wired.smd().passed().stream().skip(before).anyMatch(one -> one.status() == 200 && one.credential());
        });
        awaitBoot();
        assertThat(RegisteredClient.allOfBss(world.hydra())).isEqualTo(List.of("bss"));
    }

    @Test
    @Order(6)
    void inAllThatTimeBssAskedSmdForNothingWithoutACredential() {
        assertThat(wired.smd().passed()).filteredOn(one -> !one.path().equals("/hsm/v2/service/ready")).isNotEmpty()
                .allSatisfy(one -> assertThat(one.credential()).as(one.toString()).isTrue());
        assertThat(world.smd().audit().records()).extracting(entry -> entry.at("/event/reason")).doesNotContain("no token");
    }

    private static void awaitBoot() {
        await("the script of " + node).atMost(HEALED_WITHIN)
                .until(() -> NodeCall.boot(world, node).answer().body().equals(world.tutorial().script(node)));
    }
}
