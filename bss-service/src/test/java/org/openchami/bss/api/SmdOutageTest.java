package org.openchami.bss.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.bss.testing.AuthorityStub;
import org.openchami.bss.testing.Machine;
import org.openchami.bss.testing.SmdStub;
import org.openchami.bss.testing.Surroundings;
import org.openchami.bss.testing.TestClock;
import org.openchami.bss.testing.World;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SmdOutageTest {

    @Inject
    World world;
    @Inject
    TestClock clock;
    private final SmdStub smd = SmdStub.get();

    @BeforeEach
    void tutorial() {
        world.reset();
        Machine.describe(smd);
        world.store(Machine.macs(), Machine.KERNEL, Machine.INITRD, Machine.PARAMS);
    }

    private static Response get(String query) {
        return given().urlEncodingEnabled(false).get("/boot/v1/bootscript?" + query);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 401, 403})
    void aKnownNodeBootsWhileSmdFails(int status) {
        String before = get("mac=" + Machine.mac(1)).body().asString();
        smd.failWith(status);
        clock.advance(Duration.ofMinutes(5));
        assertThat(get("mac=" + Machine.mac(1)).body().asString()).isEqualTo(before).contains("kernel --name kernel ");
    }

    @Test
    void aNodeNotSeenBeforeIsToldToAskAgain() {
        smd.failWith(500);
        Response answer = get("mac=" + Machine.mac(1) + "&retry=2");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain; charset=UTF-8");
        assertThat(answer.body().asString())
                .isEqualTo("#!ipxe\nsleep 10\nchain https://demo.openchami.cluster/apis/bss/boot/v1/bootscript?mac="
                        + Machine.mac(1) + "&retry=3\n\n");
    }

    @Test
    void aNodeBootsOnceSmdIsBack() {
        smd.failWith(500);
        get("mac=" + Machine.mac(1));
        smd.failWith(0);
        clock.advance(Duration.ofSeconds(3));
        assertThat(get("mac=" + Machine.mac(1)).body().asString()).contains("kernel --name kernel ");
    }

    @Test
    void anAnswerTooOldIsNotUsed() {
        get("mac=" + Machine.mac(1));
        smd.failWith(500);
        clock.advance(Duration.ofHours(25));
        assertThat(get("mac=" + Machine.mac(1)).body().asString()).startsWith("#!ipxe\nsleep 10\n");
    }

    @Test
    void smdsOwnWordRemovesANode() {
        get("mac=" + Machine.mac(1));
        smd.clear();
        clock.advance(Duration.ofMinutes(2));
        assertThat(get("mac=" + Machine.mac(1)).body().asString()).contains("&arch=${buildarch}&");
    }

    @Test
    void jsonCannotBeAnsweredWithoutSmd() {
        smd.failWith(500);
        Response answer = get("json=1&mac=" + Machine.mac(1));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void smdIsAskedAboutThisNodeOnlyAndOnce() {
        get("mac=" + Machine.mac(1));
        get("mac=" + Machine.mac(1));
        assertThat(smd.requests()).containsExactlyInAnyOrder("/Inventory/EthernetInterfaces?MACAddress=52%3A54%3A00%3Abe%3Aef%3A01",
                "/Inventory/EthernetInterfaces?ComponentID=x1000c0s0b0n0", "/State/Components/x1000c0s0b0n0",
                "/Inventory/ComponentEndpoints?id=x1000c0s0b0n0");
    }

    @Test
    void smdIsNeverAskedWithoutACredential() {
        get("mac=" + Machine.mac(1));
        assertThat(smd.credentials()).isNotEmpty().containsOnly("Bearer " + AuthorityStub.TOKEN);
    }
}
