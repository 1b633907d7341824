package org.openchami.smd.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A Redfish endpoint that comes with what was found behind it. */
@QuarkusTest
class DiscoveryTest extends Inventory {

    private static JsonObject nic(String mac, String ip) {
        JsonObject nic = new JsonObject().put("uri", "https://10.0.0.1/redfish/v1/Nics/" + mac).put("mac", mac).put("name", "n")
                .put("description", "d").put("enabled", true);
        return ip == null ? nic : nic.put("ip", ip);
    }

    private static JsonObject system(String uuid, JsonObject... nics) {
        return new JsonObject().put("uri", "https://10.0.0.1/redfish/v1/Systems/" + uuid).put("uuid", uuid).put("name", "node " + uuid)
                .put("actions", new JsonArray().add("On").add("ForceOff")).put("ethernet_interfaces", array(nics));
    }

    private static JsonObject endpoint(JsonArray systems) {
        return new JsonObject().put("ID", "x0c0s0b0").put("FQDN", "10.0.0.1").put("User", "root").put("Password", "initial0")
                .put("SchemaVersion", 1).put("Systems", systems)
                .put("Managers", array(new JsonObject().put("uri", "https://10.0.0.1/redfish/v1/Managers/BMC").put("name", "bmc")
                        .put("actions", new JsonArray().add("GracefulRestart"))
                        .put("ethernet_interfaces", array(nic("DE:CA:FC:0F:FE:E1", null)))));
    }

    private static JsonArray array(JsonObject... elements) {
        JsonArray array = new JsonArray();
        for (JsonObject element : elements) {
            array.add(element);
        }
        return array;
    }

    @Test
    void allThatWasFoundIsThere() {
        HttpResponse<String> answer = post(REDFISH_ENDPOINTS,
                endpoint(array(system("a", nic("52:54:00:be:ef:01", "172.16.0.1")), system("b"))));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("[{\"URI\":\"/hsm/v2/Inventory/RedfishEndpoints/x0c0s0b0\"}]");
        assertThat(ids(REDFISH_ENDPOINTS)).containsExactly("x0c0s0b0");
        assertThat(ids(COMPONENTS)).containsExactly("x0c0s0b0", "x0c0s0b0n0", "x0c0s0b0n1");
        assertThat(ids(COMPONENT_ENDPOINTS)).containsExactly("x0c0s0b0", "x0c0s0b0n0", "x0c0s0b0n1");
        assertThat(ids(INTERFACES)).containsExactly("525400beef01", "decafc0ffee1");
    }

    @Test
    void aDiscoveredNodeIsOnAndNumbered() {
        post(REDFISH_ENDPOINTS, endpoint(array(system("a"), system("b"))));
        assertThat(get(COMPONENTS + "/x0c0s0b0n1").body())
                .isEqualTo("{\"ID\":\"x0c0s0b0n1\",\"Type\":\"Node\",\"State\":\"On\",\"Flag\":\"OK\","
                        + "\"Enabled\":true,\"Role\":\"Compute\",\"NID\":2}");
        assertThat(get(COMPONENTS + "/x0c0s0b0").body()).isEqualTo("{\"ID\":\"x0c0s0b0\",\"Type\":\"NodeBMC\",\"Enabled\":true}");
    }

    @Test
    void systemsWithTheSameUuidAreOne() {
        post(REDFISH_ENDPOINTS, endpoint(array(system("a"), system("a"))));
        assertThat(ids(COMPONENTS + "?type=Node")).containsExactly("x0c0s0b0n0");
    }

    @Test
    void theSystemsEndpointTellsHowToResetIt() {
        post(REDFISH_ENDPOINTS, endpoint(array(system("a", nic("52:54:00:be:ef:01", "172.16.0.1")))));
        assertThat(object(COMPONENT_ENDPOINTS + "/x0c0s0b0n0")).isEqualTo(new JsonObject("{\"ID\":\"x0c0s0b0n0\",\"Type\":\"Node\","
                + "\"RedfishType\":\"ComputerSystem\",\"RedfishSubtype\":\"\",\"UUID\":\"a\",\"OdataID\":\"/redfish/v1/Systems/a\","
                + "\"RedfishEndpointID\":\"x0c0s0b0\",\"Enabled\":true,\"RedfishEndpointFQDN\":\"10.0.0.1\","
                + "\"RedfishURL\":\"10.0.0.1/redfish/v1/Systems/a\",\"ComponentEndpointType\":\"ComponentEndpointComputerSystem\","
                + "\"RedfishSystemInfo\":{\"Name\":\"node a\",\"Actions\":{\"#ComputerSystem.Reset\":{\"ResetType@Redfish.AllowableValues\":"
                + "[\"On\",\"ForceOff\"],\"@Redfish.ActionInfo\":\"/redfish/v1/Systems/a/ResetActionInfo\","
                + "\"target\":\"/redfish/v1/Systems/a/Actions/ComputerSystem.Reset\"}},\"EthernetNICInfo\":[{"
                + "\"RedfishId\":\"/redfish/v1/Nics/52:54:00:be:ef:01\",\"@odata.id\":\"/redfish/v1/Nics/52:54:00:be:ef:01\",\"Description\":\"d\","
                + "\"InterfaceEnabled\":true,\"MACAddress\":\"52:54:00:be:ef:01\"}]}}"));
    }

    @Test
    void theManagersEndpointTellsHowToResetIt() {
        post(REDFISH_ENDPOINTS, endpoint(array()));
        assertThat(object(COMPONENT_ENDPOINTS + "/x0c0s0b0")).isEqualTo(new JsonObject("{\"ID\":\"x0c0s0b0\",\"Type\":\"NodeBMC\","
                + "\"RedfishType\":\"Manager\",\"RedfishSubtype\":\"\",\"OdataID\":\"/redfish/v1/Managers/BMC\",\"RedfishEndpointID\":\"x0c0s0b0\","
                + "\"Enabled\":true,\"RedfishEndpointFQDN\":\"10.0.0.1\",\"RedfishURL\":\"10.0.0.1/redfish/v1/Managers/BMC\","
                + "\"ComponentEndpointType\":\"ComponentEndpointManager\",\"RedfishManagerInfo\":{\"Name\":\"bmc\",\"Actions\":{\"#Manager.Reset\":"
                + "{\"ResetType@Redfish.AllowableValues\":[\"GracefulRestart\"],\"@Redfish.ActionInfo\":\"/redfish/v1/Managers/BMC/ResetActionInfo\","
                + "\"target\":\"/redfish/v1/Managers/BMC/Actions/Manager.Reset\"}},\"EthernetNICInfo\":[{\"RedfishId\":\"\",\"@odata.id\":\"\","
                + "\"Description\":\"d\",\"Hostname\":\"n\",\"InterfaceEnabled\":true,\"MACAddress\":\"de:ca:fc:0f:fe:e1\","
                + "\"PermanentMACAddress\":\"de:ca:fc:0f:fe:e1\"}],\"CommandShell\":{\"ServiceEnabled\":true,\"MaxConcurrentSessions\":65536,"
                + "\"ConnectTypesSupported\":[]}}}"));
    }

    @Test
    void aNicWithoutAddressHasNone() {
        post(REDFISH_ENDPOINTS, endpoint(array()));
        assertThat(object(INTERFACES + "/decafc0ffee1").getJsonArray("IPAddresses")).isEmpty();
    }

    @Test
    void powerIsToldWhereTheSystemKnowsIt() {
        JsonObject withPower = system("a")
                .put("power", new JsonObject().put("power_control_ids", new JsonArray().add("/redfish/v1/P#/PowerControl/0")))
                .put("links", new JsonObject().put("chassis", new JsonArray().add("/redfish/v1/Chassis/Node0")));
        post(REDFISH_ENDPOINTS, endpoint(array(system("a"), withPower)));
        JsonObject info = object(COMPONENT_ENDPOINTS + "/x0c0s0b0n0").getJsonObject("RedfishSystemInfo");
        assertThat(info.getString("PowerURL")).isEqualTo("/redfish/v1/Chassis/Power");
        assertThat(info.getJsonArray("PowerControl").encode())
                .isEqualTo("[{\"@odata.id\":\"/redfish/v1/P#/PowerControl/0\",\"MemberId\":\"0\","
                        + "\"Name\":\"System Power Control\",\"RelatedItem\":[{\"@odata.id\":\"/redfish/v1/Systems/a\"},{\"@odata.id\":\"/redfish/v1/Chassis/Node0\"}]}]");
    }

    @Test
    void aMacAddressThatIsReportedTwiceIsOneInterface() {
        post(REDFISH_ENDPOINTS,
                endpoint(array(system("a", nic("52:54:00:be:ef:01", "172.16.0.1"), nic("52:54:00:be:ef:01", "172.16.1.1")))));
        assertThat(object(INTERFACES + "/525400beef01").getJsonArray("IPAddresses")).hasSize(2);
    }

    @Test
    void aComponentThatIsThereKeepsNumberRoleAndEnabled() {
        postComponents("\"ID\":\"x0c0s0b0n0\",\"State\":\"Off\",\"NID\":42,\"Role\":\"Service\",\"Enabled\":false,\"Arch\":\"ARM\"");
        post(REDFISH_ENDPOINTS, endpoint(array(system("a"))));
        assertThat(object(COMPONENTS + "/x0c0s0b0n0")).isEqualTo(new JsonObject("{\"ID\":\"x0c0s0b0n0\",\"Type\":\"Node\",\"State\":\"On\","
                + "\"Flag\":\"OK\",\"Enabled\":false,\"Role\":\"Service\",\"NID\":42}"));
    }

    @Test
    void theEndpointOfAPlainNodeIsReplaced() {
        postComponents("\"ID\":\"x0c0s0b0n0\",\"State\":\"On\"");
        post(REDFISH_ENDPOINTS, endpoint(array(system("a"))));
        assertThat(object(COMPONENT_ENDPOINTS + "/x0c0s0b0n0").getString("RedfishEndpointID")).isEqualTo("x0c0s0b0");
    }

    @Test
    void componentEndpointsCanBeAskedForByNameTypeAndEndpoint() {
        post(REDFISH_ENDPOINTS, endpoint(array(system("a"))));
        postComponents("\"ID\":\"x0c0s1b0n0\",\"State\":\"On\"");
        assertThat(ids(COMPONENT_ENDPOINTS + "?type=node")).containsExactly("x0c0s0b0n0", "x0c0s1b0n0");
        assertThat(ids(COMPONENT_ENDPOINTS + "?id=x0c0s0b0&id=x0c0s1b0n0")).containsExactly("x0c0s0b0", "x0c0s1b0n0");
        assertThat(ids(COMPONENT_ENDPOINTS + "?redfish_ep=x0c0s0b0&type=!NodeBMC")).containsExactly("x0c0s0b0n0");
    }

    @Test
    void nothingIsStoredWhenAnInterfaceIsThereAlready() {
        post(INTERFACES, "{\"MACAddress\":\"52:54:00:be:ef:01\"}");
        HttpResponse<String> answer = post(REDFISH_ENDPOINTS, endpoint(array(system("a", nic("52:54:00:be:ef:01", "172.16.0.1")))));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo(problem(409, "Conflict",
                "operation would conflict with an existing component ethernet interface that has the same MAC address."));
        assertThat(ids(REDFISH_ENDPOINTS)).isEmpty();
        assertThat(ids(COMPONENTS)).isEmpty();
        assertThat(ids(COMPONENT_ENDPOINTS)).isEmpty();
        assertThat(ids(INTERFACES)).containsExactly("525400beef01");
    }

    @Test
    void nothingIsStoredWhenAMacAddressIsInvalid() {
        assertThat(post(REDFISH_ENDPOINTS, endpoint(array(system("a", nic("52:54", null))))).statusCode()).isEqualTo(400);
        assertThat(ids(REDFISH_ENDPOINTS)).isEmpty();
        assertThat(ids(COMPONENTS)).isEmpty();
    }

    @Test
    void withoutSchemaVersionOnlyTheEndpointIsStored() {
        JsonObject endpoint = endpoint(array(system("a")));
        endpoint.remove("SchemaVersion");
        assertThat(post(REDFISH_ENDPOINTS, endpoint).statusCode()).isEqualTo(201);
        assertThat(ids(COMPONENTS)).isEmpty();
    }
}
