package org.openchami.it.world;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.openchami.auth.testing.http.Call;
import org.openchami.it.world.Tutorial.Node;

import io.vertx.core.json.JsonObject;

/** Loads the tutorial as the operator, with the requests that {@code ochami discover static} and {@code ochami bss} send. */
record Loading(World world) {
    void all() {
        String token = world.token();
        List<Map<String, Object>> components = world.tutorial().nodes().stream().map(Loading::component).toList();
        post(world.smd().url(), "/hsm/v2/State/Components", Map.of("Components", components), token, 204);
        for (Node node : world.tutorial().nodes()) {
            post(world.smd().url(), "/hsm/v2/Inventory/RedfishEndpoints", redfishEndpoint(node), token, 201);
        }
        Tutorial.Boot boot = world.tutorial().boot();
        post(world.bss().url(), "/boot/v1/bootparameters",
                Map.of("macs", boot.macs(), "kernel", boot.kernel(), "initrd", boot.initrd(), "params", boot.params()), token, 201);
    }

    private static void post(URI service, String path, Map<String, Object> body, String token, int expected) {
        Call.to(service, path).header("Authorization", "Bearer " + token).json("POST", new JsonObject(body).encode())
                .expect(expected, "POST " + path);
    }

    private static Map<String, Object> component(Node node) {
        return Map.of("ID", node.xname(), "Type", "Node", "State", "On", "Enabled", true, "NID", node.nid());
    }

    private static Map<String, Object> redfishEndpoint(Node node) {
        String bmc = "https://" + node.bmcIp() + "/redfish/v1/";
        return Map.of("SchemaVersion", 1, "ID", node.bmc(), "Type", "NodeBMC", "Name", node.bmc(), "IPAddress", node.bmcIp(),
                "MACAddr", node.bmcMac(), "Enabled", true,
                "Systems", List.of(part(bmc + "Systems/" + node.xname(), node.name(), node.mac(), node.ip())),
                "Managers", List.of(part(bmc + "Managers/" + node.bmc(), node.bmc(), node.bmcMac(), node.bmcIp())));
    }

    private static Map<String, Object> part(String uri, String name, String mac, String ip) {
        Map<String, Object> nic = Map.of("uri", uri + "/EthernetInterfaces/1", "mac", mac, "ip", ip, "name", "1", "description",
                "Interface of " + name, "enabled", true);
        return Map.of("uri", uri, "uuid", "00000000-0000-4000-8000-" + mac.replace(":", ""), "name", name, "type", "NodeBMC",
                "ethernet_interfaces", List.of(nic));
    }
}
