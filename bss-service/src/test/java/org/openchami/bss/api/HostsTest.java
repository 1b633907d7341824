package org.openchami.bss.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.bss.testing.Machine;
import org.openchami.bss.testing.SmdStub;
import org.openchami.bss.testing.Surroundings;
import org.openchami.bss.testing.World;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestSecurity(user = "operator", permissions = "bss.read")
class HostsTest {
    private static final String PATH = "/boot/v1/hosts";

    @Inject
    World world;
    private final SmdStub smd = SmdStub.get();

    @BeforeEach
    void tutorial() {
        world.reset();
        Machine.describe(smd);
    }

    @Test
    void allNodesAreShownWithEndpointAndMacs() {
        Response answer = given().get(PATH);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("ID")).hasSize(5);
        assertThat(answer.body().asString()).startsWith("[{\"ID\":\"x1000c0s0b0n0\",\"Type\":\"Node\",\"State\":\"On\",\"Flag\":\"OK\","
                + "\"Enabled\":true,\"Role\":\"Compute\",\"NID\":1,\"FQDN\":\"compute1.openchami.cluster\","
                + "\"MAC\":[\"52:54:00:be:ef:01\"],\"EndpointEnabled\":true},");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?name=X1000c0s0b1n0", "?name=compute2.openchami.cluster", "?mac=52:54:00:BE:EF:02", "?nid=2", "?nid=0x2"})
    void oneNodeIsFoundByAnyOfItsNames(String query) {
        assertThat(given().get(PATH + query).jsonPath().getList("ID")).isEqualTo(List.of("x1000c0s0b1n0"));
    }

    @Test
    void kindsOfFilterAddUp() {
        assertThat(given().get(PATH + "?nid=3,2&name=x1000c0s0b0n0").jsonPath().getList("NID")).isEqualTo(List.of(1, 3, 2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"?name=x1c0s0b0n0|404|Not Found - Unknown host name 'x1c0s0b0n0'",
            "?mac=a|404|Not Found - Unknown MAC address 'a'", "?nid=9|404|Not Found - Unknown NID '9'",
            "?nid=nine|400|Bad Request - Invalid nid 'nine'", "?name='|404|Not Found - Unknown host name '''"})
    void whatIsNotThereIsSaidPrecisely(String query, int status, String detail) {
        Response answer = given().get(PATH + query);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("detail")).isEqualTo(detail);
    }

    @Test
    void noNodesAreAnEmptyArray() {
        smd.clear();
        assertThat(given().get(PATH).body().asString()).isEqualTo("[]\n");
    }

    @Test
    void smdIsReadEachTime() {
        given().get(PATH);
        given().get(PATH);
        assertThat(smd.requests().stream().filter("/State/Components?type=Node"::equals)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"500,503", "503,503", "401,403", "403,403"})
    void smdsFailureIsNotAnEmptyInventory(int smdStatus, int status) {
        smd.failWith(smdStatus);
        assertThat(given().get(PATH).statusCode()).isEqualTo(status);
    }
}
