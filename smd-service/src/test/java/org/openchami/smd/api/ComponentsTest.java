package org.openchami.smd.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

@QuarkusTest
class ComponentsTest extends Inventory {

    private static final String NODE = "\"ID\":\"x1000c0s0b0n0\",\"State\":\"On\",\"NID\":1";

    @Test
    void anEmptyInventoryIsAnEmptyList() {
        assertThat(get(COMPONENTS).body()).isEqualTo("{\"Components\":[]}");
    }

    @Test
    void aCreatedNodeIsShownWithItsDefaults() {
        assertThat(postComponents(NODE).statusCode()).isEqualTo(204);
        HttpResponse<String> answer = get(COMPONENTS + "/x1000c0s0b0n0");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).isEqualTo("{\"ID\":\"x1000c0s0b0n0\",\"Type\":\"Node\",\"State\":\"On\",\"Flag\":\"OK\",\"Enabled\":true,"
                + "\"Role\":\"Compute\",\"NID\":1}");
    }

    @Test
    void everythingGivenIsKeptAndWrittenAsTheVocabulariesDo() {
        postComponents(
                "\"id\":\"X1000C0S0b00n0\",\"Type\":\"Cabinet\",\"state\":\"rEADY\",\"Flag\":\"warn\",\"Enabled\":false,\"SoftwareStatus\":\"s\","
                        + "\"Role\":\"management\",\"SubRole\":\"master\",\"NID\":\"7\",\"Subtype\":\"t\",\"NetType\":\"sling\",\"Arch\":\"x86\",\"Class\":\"river\","
                        + "\"Locked\":true,\"ReservationDisabled\":true");
        assertThat(object(COMPONENTS + "/x1000c0s0b0n0"))
                .isEqualTo(new JsonObject("{\"ID\":\"x1000c0s0b0n0\",\"Type\":\"Node\",\"State\":\"Ready\","
                        + "\"Flag\":\"Warning\",\"Enabled\":false,\"SoftwareStatus\":\"s\",\"Role\":\"Management\",\"SubRole\":\"Master\",\"NID\":7,"
                        + "\"Subtype\":\"t\",\"NetType\":\"Sling\",\"Arch\":\"X86\",\"Class\":\"River\",\"ReservationDisabled\":true,\"Locked\":true}"));
    }

    @Test
    void aNodeWithoutNidGetsOneFromItsPlace() {
        postComponents("\"ID\":\"x3000c0s3b0n0\",\"State\":\"On\"");
        assertThat(object(COMPONENTS + "/x3000c0s3b0n0").getLong("NID")).isEqualTo(49168480L);
    }

    @Test
    void whatIsNotANodeHasNeitherNidNorRole() {
        postComponents("\"ID\":\"x1000c0s0b0\",\"State\":\"On\"");
        assertThat(get(COMPONENTS + "/x1000c0s0b0").body())
                .isEqualTo("{\"ID\":\"x1000c0s0b0\",\"Type\":\"NodeBMC\",\"State\":\"On\",\"Flag\":\"OK\",\"Enabled\":true}");
    }

    @Test
    void anExistingComponentIsKept() {
        postComponents(NODE);
        assertThat(postComponents("\"ID\":\"x1000c0s0b0n0\",\"State\":\"Off\",\"NID\":9", "\"ID\":\"x1000c0s0b1n0\",\"State\":\"Off\"")
                .statusCode())
                .isEqualTo(204);
        assertThat(object(COMPONENTS + "/x1000c0s0b0n0").getString("State")).isEqualTo("On");
        assertThat(object(COMPONENTS + "/x1000c0s0b1n0").getString("State")).isEqualTo("Off");
    }

    @Test
    void forceOverwritesStateAndKindButNeitherNidNorRoleNorEnabled() {
        postComponents(NODE + ",\"Role\":\"Service\",\"Arch\":\"X86\"");
        post(COMPONENTS,
                "{\"Force\":true,\"Components\":[{\"ID\":\"x1000c0s0b0n0\",\"State\":\"Off\",\"NID\":9,\"Role\":\"Storage\",\"Enabled\":false}]}");
        assertThat(object(COMPONENTS + "/x1000c0s0b0n0"))
                .isEqualTo(new JsonObject("{\"ID\":\"x1000c0s0b0n0\",\"Type\":\"Node\",\"State\":\"Off\","
                        + "\"Flag\":\"OK\",\"Enabled\":true,\"Role\":\"Service\",\"NID\":1}"));
    }

    @Test
    void manyWhoCreateTheSameAtOnceAllSucceed() {
        assertThat(IntStream.range(0, 8).parallel().mapToObj(any -> postComponents(NODE).statusCode()).toList()).containsOnly(204);
        assertThat(ids(COMPONENTS)).containsExactly("x1000c0s0b0n0");
    }

    @Test
    void oneInvalidComponentKeepsAllOut() {
        HttpResponse<String> answer = postComponents(NODE, "\"ID\":\"x1000c0s0b1n0\",\"State\":\"Broken\"");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(problem(400, "Bad Request", "couldn't validate components: state 'Broken' is invalid"));
        assertThat(ids(COMPONENTS)).isEmpty();
    }

    @Test
    void anInvalidNameIsRefused() {
        assertThat(postComponents("\"ID\":\"node1\",\"State\":\"On\"").body())
                .isEqualTo(problem(400, "Bad Request", "couldn't validate components: xname ID 'node1' is invalid"));
    }

    @Test
    void noComponentsAreRefused() {
        assertThat(post(COMPONENTS, "{}").body()).isEqualTo(problem(400, "Bad Request", "Missing Components"));
    }

    @Test
    void malformedJsonIsAServerError() {
        HttpResponse<String> answer = post(COMPONENTS, "{\"Components\":[");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(new JsonObject(answer.body()).getString("detail")).startsWith("error decoding JSON ");
    }

    @Test
    void noBodyIsAServerError() {
        assertThat(post(COMPONENTS, "").body())
                .isEqualTo(problem(500, "Internal Server Error", "error decoding JSON unexpected end of JSON input"));
    }

    @Test
    void aValueOfTheWrongTypeIsAServerError() {
        assertThat(postComponents("\"ID\":\"x1000c0s0b0n0\",\"State\":1").statusCode()).isEqualTo(500);
        assertThat(postComponents(NODE + ",\"Enabled\":\"true\"").statusCode()).isEqualTo(500);
        assertThat(postComponents("\"ID\":\"x1000c0s0b0n0\",\"State\":\"On\",\"NID\":\"one\"").statusCode()).isEqualTo(500);
    }

    @Test
    void theContentTypeDoesNotMatter() {
        for (String type : new String[]{"application/json", "application/x-www-form-urlencoded", "text/plain",
                "application/octet-stream"}) {
            String node = new JsonObject().put("Components", new JsonArray().add(new JsonObject("{" + NODE + "}"))).encode();
            assertThat(post(COMPONENTS, node, "Content-Type", type).statusCode()).as(type).isEqualTo(204);
        }
    }

    @Test
    void theAcceptedTypeDoesNotMatter() {
        assertThat(send("GET", COMPONENTS, "", "Accept", "text/html").statusCode()).isEqualTo(200);
    }

    @Test
    void aNameInAPathIsNormalized() {
        postComponents(NODE);
        assertThat(object(COMPONENTS + "/X1000C0S00B0N0").getString("ID")).isEqualTo("x1000c0s0b0n0");
    }

    @Test
    void anUnknownOrInvalidNameIsNotFound() {
        for (String name : new String[]{"x1000c0s0b0n0", "nonsense"}) {
            HttpResponse<String> answer = get(COMPONENTS + "/" + name);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).isEqualTo(problem(404, "Not Found", "no such xname."));
        }
    }

    @Test
    void aNodeIsFoundByItsNid() {
        postComponents(NODE);
        assertThat(object(COMPONENTS + "/ByNID/1").getString("ID")).isEqualTo("x1000c0s0b0n0");
    }

    @Test
    void anUnknownNidIsNotFound() {
        assertThat(get(COMPONENTS + "/ByNID/1").body()).isEqualTo(problem(404, "Not Found", "no such NID."));
    }

    @Test
    void aNidThatIsNotANumberOrNegativeIsRefused() {
        assertThat(get(COMPONENTS + "/ByNID/0x1").body()).isEqualTo(problem(400, "Bad Request", "a required argument was not an integer"));
        assertThat(get(COMPONENTS + "/ByNID/-1").body()).isEqualTo(problem(400, "Bad Request", "An argument was out of range"));
    }

    @Test
    void oneIsDeleted() {
        postComponents(NODE, "\"ID\":\"x1000c0s0b1n0\",\"State\":\"On\"");
        HttpResponse<String> answer = delete(COMPONENTS + "/x1000c0s0b0n0");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"code\":0,\"message\":\"deleted 1 entry\"}");
        assertThat(ids(COMPONENTS)).containsExactly("x1000c0s0b1n0");
    }

    @Test
    void deletingAnUnknownOneIsNotFoundAndAnInvalidNameIsRefused() {
        assertThat(delete(COMPONENTS + "/x1000c0s0b0n0").body()).isEqualTo(problem(404, "Not Found", "no such xname."));
        assertThat(delete(COMPONENTS + "/nonsense").body()).isEqualTo(problem(400, "Bad Request", "invalid xname"));
    }

    @Test
    void allAreDeleted() {
        postComponents(NODE, "\"ID\":\"x1000c0s0b1n0\",\"State\":\"On\"");
        assertThat(delete(COMPONENTS).body()).isEqualTo("{\"code\":0,\"message\":\"deleted 2 entries\"}");
        assertThat(delete(COMPONENTS).body()).isEqualTo(problem(404, "Not Found", "no entries to delete"));
    }

    @Test
    void aPlainNodeHasAComponentEndpointAsLongAsItIsThere() {
        postComponents(NODE, "\"ID\":\"x1000c0s0b0\",\"State\":\"On\"");
        assertThat(object(COMPONENT_ENDPOINTS + "/x1000c0s0b0n0")).isEqualTo(new JsonObject("{\"ID\":\"x1000c0s0b0n0\",\"Type\":\"Node\","
                + "\"RedfishType\":\"ComputerSystem\",\"RedfishSubtype\":\"\",\"OdataID\":\"\",\"RedfishEndpointID\":\"\",\"Enabled\":true,"
                + "\"RedfishEndpointFQDN\":\"\",\"RedfishURL\":\"\",\"ComponentEndpointType\":\"ComponentEndpointComputerSystem\","
                + "\"RedfishSystemInfo\":{}}"));
        assertThat(ids(COMPONENT_ENDPOINTS)).containsExactly("x1000c0s0b0n0");
        delete(COMPONENTS + "/x1000c0s0b0n0");
        assertThat(ids(COMPONENT_ENDPOINTS)).isEmpty();
    }
}
