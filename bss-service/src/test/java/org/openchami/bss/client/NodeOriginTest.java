package org.openchami.bss.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.NotFoundException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openchami.auth.AnonymousCall;
import org.openchami.auth.Assurance;
import org.openchami.auth.Origin;
import org.openchami.bss.testing.TestClock;

import io.smallrye.mutiny.Uni;

class NodeOriginTest {
    private static final String PATH = "/boot/v1/bootscript";
    private static final String XNAME = "x1000c0s0b1n0";
    private static final String MAC = "52:54:00:be:ef:02";
    private static final String IP = "172.16.0.2";

    private final StateManager smd = mock(StateManager.class);
    private final NodeOrigin origin = new NodeOrigin(
            new CachedInventory(new LiveInventory(smd), new FactCacheTest.Limits(), new TestClock()));

    private record Call(String address, String path, Map<String, String> parameters) implements AnonymousCall {
        @Override
        public Optional<String> query(String name) {
            return Optional.ofNullable(parameters.get(name));
        }
    }

    @BeforeEach
    void oneNodeWithTwoInterfaces() {
        EthernetInterface boot = new EthernetInterface("52:54:00:BE:EF:02", XNAME, List.of(new EthernetInterface.Address(IP)));
        EthernetInterface second = new EthernetInterface("52:54:00:be:ef:22", XNAME, List.of(new EthernetInterface.Address("172.16.1.2")));
        when(smd.interfacesByMac(anyString())).thenReturn(Uni.createFrom().item(List.of()));
        when(smd.interfacesByAddress(anyString())).thenReturn(Uni.createFrom().item(List.of()));
        when(smd.interfacesOf(anyString())).thenReturn(Uni.createFrom().item(List.of()));
        when(smd.componentByNid(anyString())).thenReturn(Uni.createFrom().failure(new NotFoundException()));
        when(smd.interfacesByMac(MAC)).thenReturn(Uni.createFrom().item(List.of(boot)));
        when(smd.interfacesByAddress(IP)).thenReturn(Uni.createFrom().item(List.of(boot)));
        when(smd.interfacesOf(XNAME)).thenReturn(Uni.createFrom().item(List.of(boot, second)));
        when(smd.componentByNid("2")).thenReturn(Uni.createFrom().item(
                new Component(XNAME, "Node", "On", null, null, null, null, null, 2L, null, null, null, null, null, null)));
    }

    private Origin resolve(String address, Map<String, String> parameters) {
        return origin.resolve(new Call(address, PATH, parameters)).await().atMost(Duration.ofSeconds(10));
    }

    private static Origin node(String address, Assurance assurance) {
        return new Origin.Node(XNAME, Optional.of(MAC), Optional.of(address), assurance);
    }

    @Test
    void aMacFromTheNodesOwnAddressIsSeenOnTheNetwork() {
        assertThat(resolve(IP, Map.of("mac", "52:54:00:BE:EF:02"))).isEqualTo(node(IP, Assurance.NETWORK));
    }

    @Test
    void anAddressOfAnotherInterfaceOfTheNodeCountsToo() {
        assertThat(resolve("172.16.1.2", Map.of("mac", MAC))).isEqualTo(node("172.16.1.2", Assurance.NETWORK));
    }

    @Test
    void aMacFromElsewhereIsOnlyClaimed() {
        assertThat(resolve("172.16.0.9", Map.of("mac", MAC))).isEqualTo(node("172.16.0.9", Assurance.CLAIMED));
    }

    @Test
    void aNameFromTheNodesAddressIsSeenOnTheNetwork() {
        assertThat(resolve(IP, Map.of("name", XNAME))).isEqualTo(node(IP, Assurance.NETWORK));
    }

    @Test
    void aNidFromElsewhereIsOnlyClaimed() {
        assertThat(resolve("172.16.0.9", Map.of("nid", "2"))).isEqualTo(node("172.16.0.9", Assurance.CLAIMED));
    }

    @Test
    void withoutAKeyTheSourceAddressTells() {
        assertThat(resolve(IP, Map.of())).isEqualTo(node(IP, Assurance.NETWORK));
    }

    @Test
    void aMacNobodyHasIsUnknownEvenFromANodesAddress() {
        assertThat(resolve(IP, Map.of("mac", "02:00:00:00:00:01"))).isEqualTo(new Origin.Unknown(Optional.of(IP)));
    }

    @Test
    void aNameNobodyHasIsUnknown() {
        assertThat(resolve(IP, Map.of("name", "x1c0s0b0n0"))).isEqualTo(new Origin.Unknown(Optional.of(IP)));
    }

    @Test
    void aNidNobodyHasIsUnknown() {
        assertThat(resolve(IP, Map.of("nid", "77"))).isEqualTo(new Origin.Unknown(Optional.of(IP)));
    }

    @Test
    void onOtherPathsNobodyIsLookedUp() {
        assertThat(origin.resolve(new Call(IP, "/boot/v1/service/status", Map.of("mac", MAC))).await().indefinitely())
                .isEqualTo(new Origin.Unknown(Optional.of(IP)));
        verifyNoInteractions(smd);
    }

    @Test
    void thatSmdCannotBeAskedIsAFailure() {
        when(smd.interfacesByMac(MAC)).thenReturn(Uni.createFrom().failure(new IllegalStateException("down")));
        assertThatThrownBy(() -> resolve(IP, Map.of("mac", MAC))).hasMessage("down");
    }

    @Test
    void anEmptyAnswerOfSmdIsAFailure() {
        when(smd.interfacesByMac(MAC)).thenReturn(Uni.createFrom().nullItem());
        assertThatThrownBy(() -> resolve(IP, Map.of("mac", MAC))).hasMessage("smd answered without content");
    }
}
