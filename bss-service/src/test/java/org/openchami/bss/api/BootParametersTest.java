package org.openchami.bss.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.bss.testing.Bodies;
import org.openchami.bss.testing.Machine;
import org.openchami.bss.testing.Surroundings;
import org.openchami.bss.testing.World;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestSecurity(user = "operator", permissions = {"bss.read", "bss.write"})
class BootParametersTest {
    private static final String PATH = "/boot/v1/bootparameters";
    private static final String NO_CLOUD_INIT = "\"cloud-init\":{\"meta-data\":null,\"user-data\":null,\"phone-home\":{\"pub_key_dsa\":\"\","
            + "\"pub_key_rsa\":\"\",\"pub_key_ecdsa\":\"\",\"instance_id\":\"\",\"hostname\":\"\",\"fqdn\":\"\"}}";

    @Inject
    World world;

    @BeforeEach
    void nothing() {
        world.reset();
    }

    private static Response send(String method, String body) {
        return Bodies.send(method, PATH, body);
    }

    private static String all() {
        return given().get(PATH).body().asString();
    }

    private static String detail(Response answer) {
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        return answer.jsonPath().getString("detail");
    }

    @Test
    void nothingIsAnEmptyArray() {
        Response answer = given().get(PATH);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().asString()).isEqualTo("[]\n");
    }

    @Test
    void theTutorialsParametersAreStoredAsOneConfiguration() {
        Response answer = send("PUT", Machine.bootParameters(Machine.macs()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("BSS-Referral-Token")).matches("[0-9a-f-]{36}");
        assertThat(answer.body().asString()).isEmpty();
        assertThat(all()).isEqualTo("[" + Machine.bootParameters(Machine.macs()).replaceFirst(",\"kernel\".*", "")
                + ",\"params\":\"" + Machine.PARAMS + "\",\"kernel\":\"" + Machine.KERNEL + "\",\"initrd\":\"" + Machine.INITRD + "\","
                + NO_CLOUD_INIT + "}]\n");
    }

    @Test
    void newParametersAreAddedWithAReferralToken() {
        Response answer = send("POST", "{\"hosts\":[\"X1000c0s00b0n0\"],\"kernel\":\"k\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.header("BSS-Referral-Token")).matches("[0-9a-f-]{36}");
        assertThat(all()).isEqualTo("[{\"hosts\":[\"x1000c0s0b0n0\"],\"kernel\":\"k\"," + NO_CLOUD_INIT + "}]\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded"})
    void anyContentTypeIsTaken(String type) {
        Response answer = given().header("Content-Type", type).body("{\"nids\":[7],\"kernel\":\"k\"}").post(PATH + "/");
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    @Test
    void ofSeveralKindsOnlyTheFirstIsAdded() {
        send("POST", "{\"macs\":[\"52:54:00:BE:EF:01\"],\"nids\":[1],\"kernel\":\"k\"}");
        assertThat(all()).isEqualTo("[{\"macs\":[\"52:54:00:be:ef:01\"],\"kernel\":\"k\"," + NO_CLOUD_INIT + "}]\n");
    }

    @Test
    void whatIsStoredAlreadyIsNotAddedAgain() {
        send("POST", "{\"nids\":[1],\"kernel\":\"k\"}");
        Response answer = send("POST", "{\"nids\":[1],\"kernel\":\"other\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(detail(answer)).isEqualTo("Bad Request: data already exists");
    }

    @Test
    void ofSomeNewAndSomeStoredTheNewAreAdded() {
        send("POST", "{\"nids\":[1],\"kernel\":\"k\"}");
        assertThat(send("POST", "{\"nids\":[1,2],\"kernel\":\"other\"}").statusCode()).isEqualTo(201);
        assertThat(all()).contains("\"nids\":[1],\"kernel\":\"k\"", "\"nids\":[2],\"kernel\":\"other\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"POST|{\"nids\":[1]}|Bad Request: kernel URI cannot be blank",
            "POST|{\"kernel\":\"k\"}|Bad Request: need hosts, macs, or nids",
            "POST|{\"hosts\":[\"Default\"],\"kernel\":\"k\"}|Bad Request: invalid xname: Default",
            "POST|{\"macs\":[\"5254.00be.ef01\"],\"kernel\":\"k\"}|Bad Request: invalid MAC address format: 5254.00be.ef01",
            "PUT|{\"macs\":[\"x\"],\"kernel\":\"k\"}|Bad Request: invalid MAC address format: x",
            "PUT|{\"kernel\":\"k\"}|Bad Request: need hosts, macs, or nids", "PUT|{\"nids\":[1]}|No data",
            "PUT|{\"nids\":[1],\"params\":\"p\"}|No data", "PATCH|{\"params\":\"p\"}|Bad Request: need hosts, macs, or nids",
            "DELETE|{\"nids\":[1]}|Bad Request: data does not exist"})
    void whatCannotBeDoneIsABadRequest(String method, String body, String detail) {
        Response answer = send(method, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(detail(answer)).isEqualTo(detail);
        assertThat(all()).isEqualTo("[]\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void whatIsNotJsonIsABadRequest(String method) {
        for (String body : new String[]{"", "{", "{\"nids\":\"1\"}", "[]"}) {
            Response answer = send(method, body);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(detail(answer)).startsWith("Bad Request: not the JSON of boot parameters");
        }
    }

    @Test
    void putKeepsWhatIsNotGivenAndLeavesOthersAlone() {
        send("PUT", "{\"nids\":[1,2],\"kernel\":\"k\",\"params\":\"p\"}");
        assertThat(send("PUT", "{\"nids\":[1],\"params\":\"q\"}").statusCode()).isEqualTo(200);
        assertThat(all()).contains("{\"nids\":[1],\"params\":\"q\",\"kernel\":\"k\"", "{\"nids\":[2],\"params\":\"p\",\"kernel\":\"k\"");
    }

    @Test
    void putTakesATag() {
        assertThat(send("PUT", "{\"hosts\":[\"Default\"],\"kernel\":\"k\"}").statusCode()).isEqualTo(200);
        assertThat(given().get(PATH + "?name=Default").statusCode()).isEqualTo(200);
    }

    @Test
    void patchChangesWhatIsGiven() {
        send("PUT", "{\"nids\":[1],\"kernel\":\"k\",\"params\":\"p\"}");
        Response answer = send("PATCH", "{\"nids\":[1],\"params\":\"q\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(all()).contains("{\"nids\":[1],\"params\":\"q\",\"kernel\":\"k\"");
    }

    @Test
    void patchMergesCloudInitData() {
        send("PUT", "{\"nids\":[1],\"kernel\":\"k\",\"cloud-init\":{\"meta-data\":{\"a\":1,\"b\":2}}}");
        send("PATCH", "{\"nids\":[1],\"cloud-init\":{\"meta-data\":{\"b\":null,\"c\":3}}}");
        assertThat(all()).contains("\"meta-data\":{\"a\":1,\"c\":3}");
    }

    @Test
    void patchChangesAllOrNone() {
        send("PUT", "{\"nids\":[1],\"kernel\":\"k\"}");
        Response answer = send("PATCH", "{\"nids\":[1,2],\"kernel\":\"new\"}");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(detail(answer)).isEqualTo("Not Found: data does not exist: 2");
        assertThat(all()).contains("\"kernel\":\"k\"");
    }

    @Test
    void patchWithoutAChangeFindsNothing() {
        send("PUT", "{\"nids\":[1],\"kernel\":\"k\"}");
        Response answer = send("PATCH", "{\"nids\":[1]}");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(detail(answer)).startsWith("Not Found: ");
    }

    @Test
    void deleteRemovesWhatExistsOfWhatIsAsked() {
        send("PUT", "{\"nids\":[1,3],\"kernel\":\"k\"}");
        assertThat(send("DELETE", "{\"nids\":[1,2]}").statusCode()).isEqualTo(200);
        assertThat(all()).contains("\"nids\":[3]");
    }

    @Test
    void deleteByKernelRemovesAllThatUseIt() {
        send("PUT", "{\"nids\":[1],\"kernel\":\"k\"}");
        send("PUT", "{\"nids\":[2],\"kernel\":\"other\"}");
        assertThat(send("DELETE", "{\"kernel\":\"k\"}").statusCode()).isEqualTo(200);
        assertThat(all()).startsWith("[{\"nids\":[2],");
    }

    @Test
    void deleteOfNothingDoesNothing() {
        send("PUT", "{\"nids\":[1],\"kernel\":\"k\"}");
        assertThat(send("DELETE", "{}").statusCode()).isEqualTo(200);
        assertThat(all()).contains("\"nids\":[1]");
    }

    @Test
    void aConfigurationNobodyUsesIsNotKept() {
        send("PUT", "{\"nids\":[1],\"kernel\":\"k\"}");
        send("PUT", "{\"nids\":[1],\"kernel\":\"new\"}");
        assertThat(world.configurations()).isEqualTo(1);
    }

    @Test
    void aQuoteIsStoredAsItIs() {
        send("PUT", "{\"hosts\":[\"it's\"],\"kernel\":\"k'\",\"params\":\"a='b'; drop table boot_assignment\"}");
        assertThat(given().get(PATH + "?name=it's").body().asString()).contains("\"kernel\":\"k'\"", "a='b'; drop table boot_assignment");
    }

    @Test
    void aFilterGivesOnlyTheKeysAskedFor() {
        send("PUT", Machine.bootParameters(Machine.macs()));
        assertThat(given().get(PATH + "?mac=52:54:00:BE:EF:02,02:00:00:00:00:01&mac=52:54:00:be:ef:03").body().asString())
                .startsWith("[{\"macs\":[\"52:54:00:be:ef:02\",\"52:54:00:be:ef:03\"],\"params\":");
    }

    @Test
    void theBodyOfAGetAsksToo() {
        send("PUT", "{\"nids\":[1,2],\"kernel\":\"k\"}");
        assertThat(send("GET", "{\"nids\":[2]}").body().asString()).startsWith("[{\"nids\":[2],");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"?name=x1c0s0b0n0|404|Cannot find boot parameters for requested Hosts",
            "?nid=0x10&mac=02:00:00:00:00:01|404|Cannot find boot parameters for requested MACs or NIDs",
            "?nid=1&mac=a&name=b|404|Cannot find boot parameters for requested Hosts, MACs or NIDs",
            "?nid=one|400|Bad Request - Invalid nid 'one'", "?mac='|404|Cannot find boot parameters for requested MACs",
            "?name=' or '1'='1|404|Cannot find boot parameters for requested Hosts", "?nid='|400|Bad Request - Invalid nid '''"})
    void whatIsNotThereIsSaidPrecisely(String query, int status, String detail) {
        Response answer = given().get(PATH + query);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(detail(answer)).isEqualTo(detail);
    }

    @Test
    void anEmptyBodyObjectAsksForNothing() {
        Response answer = send("GET", "{}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(detail(answer)).isEqualTo("No specified data requested");
    }
}
