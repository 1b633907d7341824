package org.openchami.smd.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The five nodes of the OpenCHAMI tutorial, entered in the two ways that there are. */
@QuarkusTest
class TutorialTest extends Inventory {

    private static final int NODES = 5;

    private static String bmc(int number) {
        return "x1000c0s0b" + (number - 1);
    }

    private static String mac(int number) {
        return "52:54:00:be:ef:0" + number;
    }

    private static String ip(int number) {
        return "172.16.0." + number;
    }

    private void postNodes() {
        List<String> nodes = new ArrayList<>();
        for (int number = 1; number <= NODES; number++) {
            nodes.add("\"ID\":\"" + bmc(number) + "n0\",\"Type\":\"Node\",\"State\":\"On\",\"Enabled\":true,\"NID\":" + number);
        }
        assertThat(postComponents(nodes.toArray(String[]::new)).statusCode()).isEqualTo(204);
    }

    @Test
    void asComponentsAndInterfaces() {
        postNodes();
        for (int number = 1; number <= NODES; number++) {
            assertThat(post(INTERFACES,
                    new JsonObject().put("MACAddress", mac(number)).put("ComponentID", bmc(number) + "n0").put("IPAddresses",
                            new JsonArray().add(new JsonObject().put("IPAddress", ip(number)).put("Network", "management"))))
                    .statusCode()).isEqualTo(201);
        }
        nodesAreComplete();
    }

    @Test
    void asRedfishEndpoints() {
        postNodes();
        for (int number = 1; number <= NODES; number++) {
            JsonObject nic = new JsonObject().put("mac", mac(number)).put("ip", ip(number)).put("uri",
                    "/redfish/v1/Systems/Node0/EthernetInterfaces/0");
            JsonObject bmcNic = new JsonObject().put("mac", "de:ca:fc:0f:fe:e" + number).put("ip", "172.16.0.10" + number);
            assertThat(post(REDFISH_ENDPOINTS,
                    new JsonObject().put("ID", bmc(number)).put("FQDN", "172.16.0.10" + number).put("SchemaVersion", 1)
                            .put("Systems", new JsonArray().add(new JsonObject().put("uuid", "u" + number).put("name", "compute" + number)
                                    .put("uri", "https://172.16.0.10" + number + "/redfish/v1/Systems/Node0")
                                    .put("ethernet_interfaces", new JsonArray().add(nic))))
                            .put("Managers", new JsonArray().add(new JsonObject().put("uuid", "m" + number)
                                    .put("ethernet_interfaces", new JsonArray().add(bmcNic)))))
                    .statusCode()).isEqualTo(201);
        }
        nodesAreComplete();
        assertThat(ids(COMPONENTS + "?type=NodeBMC")).hasSize(NODES);
        assertThat(ids(INTERFACES + "?type=NodeBMC")).hasSize(NODES);
        assertThat(ids(REDFISH_ENDPOINTS)).hasSize(NODES);
    }

    /** As a boot service looks for them: by number, MAC address and IP address, with an endpoint that is enabled. */
    private void nodesAreComplete() {
        assertThat(ids(COMPONENTS + "?type=Node")).hasSize(NODES);
        for (int number = 1; number <= NODES; number++) {
            String node = bmc(number) + "n0";
            assertThat(object(COMPONENTS + "/ByNID/" + number).getString("ID")).isEqualTo(node);
            JsonObject byMac = new JsonArray(get(INTERFACES + "?MACAddress=" + mac(number)).body()).getJsonObject(0);
            assertThat(byMac.getString("ComponentID")).isEqualTo(node);
            assertThat(byMac.getJsonArray("IPAddresses").getJsonObject(0).getString("IPAddress")).isEqualTo(ip(number));
            assertThat(ids(INTERFACES + "?IPAddress=" + ip(number))).containsExactly(byMac.getString("ID"));
            JsonObject endpoint = object(COMPONENT_ENDPOINTS + "/" + node);
            assertThat(endpoint.getBoolean("Enabled")).isTrue();
            assertThat(endpoint.getJsonObject("RedfishSystemInfo")).isNotNull();
        }
    }
}
