package org.openchami.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;
import org.openchami.it.world.NodeCall;
import org.openchami.it.world.SharedWorld;
import org.openchami.it.world.Tutorial.Node;
import org.openchami.it.world.WiredWorld;
import org.openchami.it.world.World;

/** smd is away and comes back. */
@ExtendWith(SharedWorld.class)
class SmdOutageTest {
    private final World world;

    SmdOutageTest(WiredWorld wired) {
        this.world = wired.world();
    }

    @Test
    void nodesThatBootedBeforeBootOnWhileSmdIsAwayAndAfter() {
        assertAllNodesBoot();
        world.smd().stop();
        assertAllNodesBoot();
        assertThat(unknown().body()).startsWith("#!ipxe\nsleep 10\n").contains("&retry=1\n");
        assertUsersAreToldToComeBack();
        world.smd().start();
        world.smd().awaitReady();
        assertAllNodesBoot();
    }

    private void assertAllNodesBoot() {
        for (Node node : world.tutorial().nodes()) {
            assertThat(NodeCall.boot(world, node).answer().body()).isEqualTo(world.tutorial().script(node));
        }
    }

    private Answer unknown() {
        return NodeCall.direct(world, "/boot/v1/bootscript?mac=52:54:00:be:ef:97").answer();
    }

    private void assertUsersAreToldToComeBack() {
        Answer answer = Call.to(world.bss().url(), "/boot/v1/hosts").header("Authorization", "Bearer " + world.token()).get();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).matches("\\d+");
    }
}
