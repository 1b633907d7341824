package org.openchami.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void theWellKnownPortsMoveTogether() {
        assertThat(Ports.of(Map.of("OPENCHAMI_PORT_OFFSET", "1000"))).isEqualTo(new Ports(5444, 5445, 28432, 28779, 28778));
    }

    @Test
    void anOffsetThatIsNoNumberIsNamed() {
        assertThatThrownBy(() -> Ports.of(Map.of("OPENCHAMI_PORT_OFFSET", "lots")))
                .hasMessageStartingWith("OPENCHAMI_PORT_OFFSET is 'lots'");
    }

    @Test
    void aTakenPortIsNamedWithItsUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThat(new Ports(port, port, port, port, port).taken()).contains("port " + port + " (Hydra, public)");
        }
    }
}
