package org.openchami.it.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openchami.it.world.AuditRecord;
import org.openchami.it.world.NodeCall;
import org.openchami.it.world.SharedWorld;
import org.openchami.it.world.Tutorial.Node;
import org.openchami.it.world.World;

/** Which node asked and why, as both services recorded it. */
@ExtendWith(SharedWorld.class)
class BootRecordTest {
    private final World world;
    private final Node node;

    BootRecordTest(World world) {
        this.world = world;
        this.node = world.tutorial().node(2);
    }

    @Test
    void bssRecordsTheNodeThatAskedAndWhy() {
        assertSaysWhoAsked(ofBss(NodeCall.boot(world, node).trace()), node.ip(), "network");
    }

    @Test
    void smdRecordsTheNodeThatAskedBssAndWhyInTheSameTransaction() {
        AuditRecord bss = ofBss(NodeCall.boot(world, node).trace());
        AuditRecord smd = componentRead(bss);
        assertSaysWhoAsked(smd, node.ip(), "network");
        assertThat(smd.at("/service/name")).isEqualTo("smd");
        assertThat(smd.at("/event/action")).isEqualTo("components.read");
        assertThat(smd.at("/http/response/status_code")).isEqualTo("200");
    }

    @Test
    void allThatSmdIsAskedForABootIsRecordedAsAskedByBssForIt() {
        AuditRecord bss = ofBss(NodeCall.boot(world, node).trace());
        componentRead(bss);
        assertThat(world.smd().audit().ofTransaction(bss.transaction())).allSatisfy(smd -> {
            assertThat(smd.at("/actor/client_id")).isEqualTo("bss");
            assertThat(smd.at("/actor/via")).isEqualTo("[\"bss\"]");
            assertThat(smd.at("/purpose")).isEqualTo("boot.script");
            assertThat(smd.at("/event/outcome")).isEqualTo("success");
            assertThat(smd.at("/origin/ip")).isEqualTo(node.ip());
        });
    }

    @Test
    void aNodeWhoseAddressIsNotItsOwnIsOnlyClaimed() {
        AuditRecord bss = ofBss(NodeCall.direct(world, "/boot/v1/bootscript?mac=" + node.mac()).trace());
        assertSaysWhoAsked(bss, "127.0.0.1", "claimed");
        assertSaysWhoAsked(componentRead(bss), "127.0.0.1", "claimed");
    }

    @Test
    void whatTheCallerWroteInFrontOfTheGatewaysAddressIsNotBelieved() {
        String spoofed = node.ip() + ", 10.9.9.9";
        AuditRecord bss = ofBss(NodeCall.forwardedFor(world, "/boot/v1/bootscript?mac=" + node.mac(), spoofed).trace());
        assertSaysWhoAsked(bss, "10.9.9.9", "claimed");
        assertSaysWhoAsked(componentRead(bss), "10.9.9.9", "claimed");
    }

    @Test
    void theForwardedAddressOfAnUntrustedPeerIsNotBelieved() throws IOException {
        String trace = UUID.randomUUID().toString().replace("-", "");
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), world.bss().url().getPort(),
                InetAddress.getByName("127.0.0.2"), 0)) {
            socket.getOutputStream().write(("GET /boot/v1/bootscript?mac=" + node.mac() + " HTTP/1.1\r\nHost: bss\r\nX-Forwarded-For: "
                    + node.ip() + "\r\ntraceparent: 00-" + trace + "-0000000000000001-01\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine())
                    .isEqualTo("HTTP/1.1 200 OK");
        }
        assertSaysWhoAsked(ofBss(trace), "127.0.0.2", "claimed");
    }

    @Test
    void aMacThatSmdDoesNotKnowIsRecordedAsNobodys() {
        AuditRecord bss = ofBss(NodeCall.direct(world, "/boot/v1/bootscript?mac=52:54:00:be:ef:98").trace());
        assertThat(bss.at("/origin/kind")).isEqualTo("unknown");
        assertThat(bss.at("/origin/id")).isEmpty();
        assertThat(world.smd().audit().ofTransaction(bss.transaction())).extracting(smd -> smd.at("/origin/kind")).containsOnly("unknown");
    }

    private AuditRecord ofBss(String trace) {
        return world.bss().audit().ofTrace(trace);
    }

    private AuditRecord componentRead(AuditRecord bss) {
        List<AuditRecord> found = world.smd().audit().await(entry -> entry.transaction().equals(bss.transaction())
                && entry.at("/http/route").equals("/hsm/v2/State/Components/{xname}"));
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private void assertSaysWhoAsked(AuditRecord entry, String ip, String assurance) {
        assertThat(entry.at("/origin/kind")).isEqualTo("node");
        assertThat(entry.at("/origin/id")).isEqualTo(node.xname());
        assertThat(entry.at("/origin/mac")).isEqualTo(node.mac());
        assertThat(entry.at("/origin/ip")).isEqualTo(ip);
        assertThat(entry.at("/origin/assurance")).isEqualTo(assurance);
        assertThat(entry.at("/purpose")).isEqualTo("boot.script");
        assertThat(entry.at("/event/outcome")).isEqualTo("success");
    }
}
