package org.openchami.it.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.testing.http.Answer;
import org.openchami.it.world.NodeCall;
import org.openchami.it.world.SharedWorld;
import org.openchami.it.world.Tutorial.Node;
import org.openchami.it.world.World;

/** What nodes, which hold no token, get from bss. */
@ExtendWith(SharedWorld.class)
class BootScriptTest {
    private static final String PLAIN = "text/plain;charset=UTF-8";
    private final World world;

    BootScriptTest(World world) {
        this.world = world;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void eachNodeOfTheTutorialGetsItsScriptToTheLetter(int nid) {
        Node node = world.tutorial().node(nid);
        Answer answer = NodeCall.boot(world, node).answer();
        assertThat(answer.body()).isEqualTo(world.tutorial().script(node));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").replace(" ", "")).isEqualTo(PLAIN);
    }

    @Test
    void anUnknownNodeIsToldToAskAgainWithItsArchitecture() {
        Answer answer = NodeCall.direct(world, "/boot/v1/bootscript?mac=52:54:00:be:ef:99").answer();
        assertThat(answer.body()).matches("#!ipxe\nsleep 10\nchain https://api-gw-service-nmn\\.local/apis/bss/boot/v1/bootscript"
                + "\\?mac=52:54:00:be:ef:99&arch=\\$\\{buildarch}&ts=\\d{10}\n\n");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").replace(" ", "")).isEqualTo(PLAIN);
    }

    @Test
    void anUnknownNodeThatTellsItsArchitectureIsNotFound() {
        Answer answer = NodeCall.direct(world, "/boot/v1/bootscript?mac=52:54:00:be:ef:99&arch=x86_64&ts=1").answer();
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().getString("detail")).contains("architecture x86_64: this host not configured for booting.");
    }

    @Test
    void aRequestThatNamesNoNodeIsABadOne() {
        Answer answer = NodeCall.direct(world, "/boot/v1/bootscript").answer();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("detail")).isEqualTo("Need a mac=, name=, or nid= parameter");
    }
}
