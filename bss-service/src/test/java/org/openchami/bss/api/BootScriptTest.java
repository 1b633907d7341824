package org.openchami.bss.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
class BootScriptTest {
    private static final String CHAIN = "chain https://demo.openchami.cluster/apis/bss/boot/v1/bootscript?";

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
        return given().urlEncodingEnabled(false).get("/boot/v1/bootscript" + query);
    }

    private static String script(int nid, String bootif, int retry) {
        return "#!ipxe\nkernel --name kernel " + Machine.KERNEL + " initrd=initrd " + Machine.PARAMS + " xname=" + Machine.xname(nid)
                + " nid="
                + nid + bootif + " || goto boot_retry\ninitrd --name initrd " + Machine.INITRD
                + " || goto boot_retry\nboot || goto boot_retry\n:boot_retry\nsleep 30\n" + CHAIN + "mac=" + Machine.mac(nid) + "&retry="
                + retry + "\n\n";
    }

    private static String bootif(int nid) {
        return " BOOTIF=01-" + Machine.mac(nid).replace(':', '-');
    }

    private String askArchitecture(String key) {
        return "#!ipxe\nsleep 10\n" + CHAIN + key + "&arch=${buildarch}&ts=" + clock.instant().getEpochSecond() + "\n\n";
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aNodeOfTheTutorialGetsTheTutorialsScript(int nid) {
        Response answer = get("?mac=" + Machine.mac(nid));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().asString()).isEqualTo(script(nid, bootif(nid), 1));
    }

    @Test
    void aScriptIsPlainTextInUtf8() {
        assertThat(get("?mac=" + Machine.mac(1)).header("Content-Type")).isEqualTo("text/plain; charset=UTF-8");
    }

    @Test
    void aTrailingSlashChangesNothing() {
        assertThat(get("/?mac=" + Machine.mac(1)).body().asString()).isEqualTo(script(1, bootif(1), 1));
    }

    @Test
    void theRetryCounterGoesOn() {
        assertThat(get("?retry=4&mac=" + Machine.mac(1)).body().asString()).isEqualTo(script(1, bootif(1), 5));
    }

    @Test
    void aRetryThatIsNoNumberCountsAsNone() {
        assertThat(get("?retry=often&mac=" + Machine.mac(1)).body().asString()).isEqualTo(script(1, bootif(1), 1));
    }

    @Test
    void aNodeAskedForByNameGetsItsMacInTheChain() {
        assertThat(get("?name=X1000c0s00b2n0").body().asString()).isEqualTo(script(3, "", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0x2", "02"})
    void aNodeAskedForByNidGetsItsMacInTheChain(String nid) {
        assertThat(get("?nid=" + nid).body().asString()).isEqualTo(script(2, "", 1));
    }

    @Test
    void theMacIsRepeatedAsItWasSent() {
        assertThat(get("?mac=52:54:00:BE:EF:01").body().asString()).contains(" BOOTIF=01-52-54-00-BE-EF-01 ",
                "?mac=52:54:00:BE:EF:01&retry=1\n");
    }

    @Test
    void jsonGivesTheParts() {
        assertThat(get("?json=1&mac=" + Machine.mac(1)).body().asString()).isEqualTo("{\"params\":\"kernel initrd=initrd " + Machine.PARAMS
                + " xname=x1000c0s0b0n0 nid=1" + bootif(1) + "\",\"kernel\":{\"path\":\"" + Machine.KERNEL + "\"},\"initrd\":{\"path\":\""
                + Machine.INITRD + "\"}}");
    }

    @Test
    void jsonOfAnUnknownNodeHasEmptyPaths() {
        assertThat(get("?json=1&mac=02:00:00:00:00:01").body().asString())
                .isEqualTo("{\"params\":\"kernel \",\"kernel\":{\"path\":\"\"},\"initrd\":{\"path\":\"\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mac=02:00:00:00:00:01", "name=nobody", "nid=77"})
    void anUnknownNodeIsToldToTellItsArchitecture(String key) {
        Response answer = get("?" + key);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().asString()).isEqualTo(askArchitecture(key));
    }

    @Test
    void theTimestampOfTheFirstRequestIsKept() {
        assertThat(get("?mac=02:00:00:00:00:01&ts=7").body().asString()).contains("&ts=7\n");
    }

    @Test
    void anUnknownNodeThatToldItsArchitectureGetsNothing() {
        Response answer = get("?mac=02:00:00:00:00:01&arch=x86_64&ts=7");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.body().asString()).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Not Found\",\"detail\":\"Unknown MAC "
                + "02:00:00:00:00:01 architecture x86_64: this host not configured for booting.\",\"status\":404}\n");
    }

    @Test
    void anUnknownNodeBootsWhatIsKeptForItsArchitecture() {
        world.store("Unknown-arm64", "http://k", "", "discover");
        assertThat(get("?mac=02:00:00:00:00:01&arch=arm64&ts=7").body().asString())
                .isEqualTo(
                        "#!ipxe\nkernel --name kernel http://k discover || goto boot_retry\nboot || goto boot_retry\n:boot_retry\nsleep 30\n"
                                + CHAIN + "mac=02:00:00:00:00:01&arch=${buildarch}&ts=7\n\n");
    }

    @Test
    void aNodeWithoutBootParametersIsTreatedAsUnknown() {
        world.forget(Machine.macs());
        assertThat(get("?mac=" + Machine.mac(1)).body().asString()).isEqualTo(askArchitecture("mac=" + Machine.mac(1)));
    }

    @Test
    void aNodeWithoutBootParametersIsNamedInItsRefusal() {
        world.forget(Machine.macs());
        assertThat(get("?arch=x86_64&mac=" + Machine.mac(1)).jsonPath().getString("detail")).isEqualTo(
                "Unknown MAC 52:54:00:be:ef:01 (x1000c0s0b0n0) architecture x86_64: this host not configured for booting.");
    }

    @Test
    void aNodeWhoseEndpointIsDisabledIsTreatedAsUnknown() {
        Machine.describe(smd, 4, false);
        assertThat(get("?nid=4").body().asString()).isEqualTo(askArchitecture("mac=" + Machine.mac(4)));
    }

    @Test
    void parametersOfTheXnameComeBeforeThoseOfTheMac() {
        world.store(Machine.xname(1), "http://own", "", "");
        assertThat(get("?mac=" + Machine.mac(1)).body().asString()).contains("kernel --name kernel http://own xname=x1000c0s0b0n0 ");
    }

    @Test
    void aNodeWithNothingOfItsOwnBootsTheDefault() {
        world.forget(Machine.macs());
        world.store("Default", "http://default", "", "");
        assertThat(get("?mac=" + Machine.mac(1)).body().asString()).contains("kernel --name kernel http://default ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?mac=", "?nid=one", "?nid=-1", "?retry=1&arch=x86_64"})
    void withoutAKeyTheRequestIsBad(String query) {
        Response answer = get(query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("detail")).isEqualTo("Need a mac=, name=, or nid= parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mac=%27", "name=%27%20or%20%271%27=%271", "nid=%27", "mac=52:54:00:be:ef:01&retry=%27",
            "mac=52:54:00:be:ef:01&arch=%27", "mac=52:54:00:be:ef:01&ts=%27", "mac=52:54:00:be:ef:01&json=%27"})
    void aQuoteChangesNothing(String query) {
        List<Object> before = world.everything();
        assertThat(get("?" + query).statusCode()).isIn(200, 400);
        assertThat(world.everything()).isEqualTo(before);
    }

    @Test
    void whatANodeSendsCannotAddALineToItsScript() {
        assertThat(get("?mac=%27%0Ashell").body().asString()).contains("?mac=%27%0Ashell&arch=");
    }
}
