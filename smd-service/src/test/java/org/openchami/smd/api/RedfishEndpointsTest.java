package org.openchami.smd.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;

@QuarkusTest
class RedfishEndpointsTest extends Inventory {

    private static final String CONFLICT = "operation would conflict with an existing resource that has the same FQDN or xname ID.";

    @Test
    void anEmptyInventoryIsAnEmptyList() {
        assertThat(get(REDFISH_ENDPOINTS).body()).isEqualTo("{\"RedfishEndpoints\":[]}");
        assertThat(get(COMPONENT_ENDPOINTS).body()).isEqualTo("{\"ComponentEndpoints\":[]}");
    }

    @Test
    void creatingOneAnswersWhereItIs() {
        HttpResponse<String> answer = post(REDFISH_ENDPOINTS, "{\"ID\":\"x0c0s0b0\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).contains("/hsm/v2/Inventory/RedfishEndpoints/x0c0s0b0");
        assertThat(answer.body()).isEqualTo("[{\"URI\":\"/hsm/v2/Inventory/RedfishEndpoints/x0c0s0b0\"}]");
    }

    @Test
    void creatingSeveralAnswersWhereTheyAre() {
        HttpResponse<String> answer = post(REDFISH_ENDPOINTS, "{\"RedfishEndpoints\":[{\"ID\":\"x0c0s0b0\"},{\"ID\":\"x0c0s1b0\"}]}");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).contains("/hsm/v2/Inventory/RedfishEndpoints");
        assertThat(answer.body()).isEqualTo("[{\"URI\":\"/hsm/v2/Inventory/RedfishEndpoints/x0c0s0b0\"},"
                + "{\"URI\":\"/hsm/v2/Inventory/RedfishEndpoints/x0c0s1b0\"}]");
    }

    @Test
    void anEndpointIsShownWithoutItsPassword() {
        post(REDFISH_ENDPOINTS,
                "{\"ID\":\"X0c0s0b0\",\"FQDN\":\"bmc1.example.org\",\"User\":\"root\",\"Password\":\"initial0\",\"MACAddr\":\"deca\"}");
        assertThat(new JsonObject(get(REDFISH_ENDPOINTS + "/x0c0s0b0").body()))
                .isEqualTo(new JsonObject("{\"ID\":\"x0c0s0b0\",\"Type\":\"NodeBMC\","
                        + "\"Hostname\":\"bmc1\",\"Domain\":\"example.org\",\"FQDN\":\"bmc1.example.org\",\"Enabled\":true,\"User\":\"root\",\"Password\":\"\","
                        + "\"MACAddr\":\"deca\",\"RediscoverOnUpdate\":false,\"DiscoveryInfo\":{\"LastDiscoveryStatus\":\"NotYetQueried\"}}"));
    }

    @Test
    void aPasswordIsNotStored() {
        post(REDFISH_ENDPOINTS, "{\"ID\":\"x0c0s0b0\",\"Password\":\"initial0\"}");
        Row row = database.query("select e::text from redfish_endpoints e").execute().await().indefinitely().iterator().next();
        assertThat(row.getString(0)).contains("x0c0s0b0").doesNotContain("initial0");
    }

    @Test
    void theHostIsMadeOfWhatIsGiven() {
        assertThat(host("{\"ID\":\"x0c0s0b0\"}")).containsExactly("", "", "x0c0s0b0", null);
        assertThat(host("{\"ID\":\"x0c0s0b0\",\"Hostname\":\"bmc\",\"Domain\":\"example.org\"}")).containsExactly("bmc", "example.org",
                "bmc.example.org", null);
        assertThat(host("{\"FQDN\":\"x0c0s0b0.example.org\"}")).containsExactly("x0c0s0b0", "example.org", "x0c0s0b0.example.org", null);
        assertThat(host("{\"ID\":\"x0c0s0b0\",\"FQDN\":\"172.16.0.101\"}")).containsExactly("172.16.0.101", "", "172.16.0.101",
                "172.16.0.101");
        assertThat(host("{\"ID\":\"x0c0s0b0\",\"IPAddress\":\"172.16.0.101\"}")).containsExactly("", "", "x0c0s0b0", "172.16.0.101");
    }

    @Test
    void whatIsNotValidIsRefused() {
        refused("{}", "couldn't validate endpoint data: No xname ID found");
        refused("{\"ID\":\"bmc1\"}", "couldn't validate endpoint data: bmc1 is not a valid locational xname ID");
        refused("{\"ID\":\"x0c0s0b0n0\"}", "couldn't validate endpoint data: xname ID x0c0s0b0n0 has wrong type for RF endpoint: Node");
        refused("{\"ID\":\"x0c0s0b0\",\"Hostname\":\"a.b\"}", "couldn't validate endpoint data: Hostname is not a basename or IP address.");
        refused("{\"ID\":\"x0c0s0b0\",\"Hostname\":\"a\",\"FQDN\":\"b.c\"}",
                "couldn't validate endpoint data: host/domain conflicts with FQDN: 'a' != 'b.c'");
        refused("{\"ID\":\"x0c0s0b0\",\"IPAddress\":\"1.2.3\"}",
                "couldn't validate endpoint data: IPAddress is not a valid IP address: '1.2.3'");
        refused("{\"RedfishEndpoints\":[{\"ID\":\"x0c0s0b0\"},{\"ID\":\"bmc1\"}]}",
                "couldn't validate endpoint data at idx 1: bmc1 is not a valid locational xname ID");
        refused("{\"RedfishEndpoints\":[]}", "Missing RedfishEndpoints");
        assertThat(ids(REDFISH_ENDPOINTS)).isEmpty();
    }

    @Test
    void theSameNameOrFqdnIsAConflict() {
        post(REDFISH_ENDPOINTS, "{\"ID\":\"x0c0s0b0\",\"FQDN\":\"bmc\"}");
        HttpResponse<String> sameName = post(REDFISH_ENDPOINTS, "{\"ID\":\"x0c0s0b0\",\"FQDN\":\"other\"}");
        assertThat(sameName.statusCode()).isEqualTo(409);
        assertThat(sameName.body()).isEqualTo(problem(409, "Conflict", CONFLICT));
        assertThat(post(REDFISH_ENDPOINTS, "{\"ID\":\"x0c0s1b0\",\"FQDN\":\"bmc\"}").body()).isEqualTo(problem(409, "Conflict", CONFLICT));
    }

    @Test
    void oneConflictKeepsAllOut() {
        post(REDFISH_ENDPOINTS, "{\"ID\":\"x0c0s1b0\"}");
        assertThat(post(REDFISH_ENDPOINTS, "{\"RedfishEndpoints\":[{\"ID\":\"x0c0s0b0\"},{\"ID\":\"x0c0s1b0\"}]}").statusCode())
                .isEqualTo(409);
        assertThat(ids(REDFISH_ENDPOINTS)).containsExactly("x0c0s1b0");
    }

    @Test
    void malformedJsonIsAServerErrorThatDoesNotRepeatIt() {
        HttpResponse<String> answer = post(REDFISH_ENDPOINTS, "{\"ID\":\"x0c0s0b0\",\"Password\":initial0}");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("error decoding JSON ").doesNotContain("initial0");
    }

    @Test
    void anUnknownOneIsNotFound() {
        assertThat(get(REDFISH_ENDPOINTS + "/x0c0s0b0").body()).isEqualTo(problem(404, "Not Found", "no such xname."));
        assertThat(get(COMPONENT_ENDPOINTS + "/x0c0s0b0").body()).isEqualTo(problem(404, "Not Found", "no such xname."));
    }

    @Test
    void eachAttributeCanBeAskedFor() {
        post(REDFISH_ENDPOINTS,
                "{\"RedfishEndpoints\":[{\"ID\":\"x0c0s0b0\",\"FQDN\":\"10.0.0.1\",\"UUID\":\"u1\",\"MACAddr\":\"deca\"},{\"ID\":\"x0c0r0b0\"}]}");
        for (String query : List.of("id=X0c0s0b0", "fqdn=10.0.0.1", "type=nodebmc", "uuid=u1", "MACAddr=deca", "IPAddress=10.0.0.1",
                "type=!RouterBMC",
                "laststatus=NotYetQueried&id=x0c0s0b0")) {
            assertThat(ids(REDFISH_ENDPOINTS + "?" + query)).as(query).containsExactly("x0c0s0b0");
        }
        assertThat(get(REDFISH_ENDPOINTS + "?type=Toaster").body())
                .isEqualTo(problem(400, "Bad Request", "bad query param: Argument was not a valid HMS Type"));
    }

    private List<String> host(String body) {
        empty();
        assertThat(post(REDFISH_ENDPOINTS, body).statusCode()).as(body).isEqualTo(201);
        JsonObject shown = object(REDFISH_ENDPOINTS + "/x0c0s0b0");
        return Arrays.asList(shown.getString("Hostname"), shown.getString("Domain"), shown.getString("FQDN"), shown.getString("IPAddress"));
    }

    private void refused(String body, String why) {
        assertThat(post(REDFISH_ENDPOINTS, body).body()).as(body).isEqualTo(problem(400, "Bad Request", why));
    }
}
