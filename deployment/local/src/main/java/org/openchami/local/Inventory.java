package org.openchami.local;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The nodes as smd takes them: the same requests that {@code ochami discover static} sends. */
record Inventory(List<Tutorial.Node> nodes) {

    /** For {@code POST /hsm/v2/State/Components}. */
    Map<String, Object> components() {
        return Map.of("Components", nodes.stream().map(Inventory::component).toList());
    }

    /** One body a BMC for {@code POST /hsm/v2/Inventory/RedfishEndpoints}. */
    List<Map<String, Object>> redfishEndpoints() {
        return nodes.stream().map(Inventory::redfishEndpoint).toList();
    }

    private static Map<String, Object> component(Tutorial.Node node) {
        return Map.of("ID", node.xname(), "Type", "Node", "State", "On", "Enabled", true, "NID", node.nid());
    }

    private static Map<String, Object> redfishEndpoint(Tutorial.Node node) {
        return Map.of(
                "SchemaVersion", 1,
                "ID", node.bmc(),
                "Type", "NodeBMC",
                "Name", node.bmc(),
                "IPAddress", node.bmcIp(),
                "MACAddr", node.bmcMac(),
                "Enabled", true,
                "Systems", List.of(system(node)),
                "Managers", List.of(manager(node)));
    }

    private static Map<String, Object> system(Tutorial.Node node) {
        String uri = "https://" + node.bmcIp() + "/redfish/v1/Systems/" + node.xname();
        return Map.of("uri", uri, "uuid", uuid(node.xname()), "name", node.name(), "ethernet_interfaces", node.interfaces().stream()
                .map(nic -> nic(uri, nic.mac(), nic.addresses().get(0).ip(), "Interface of " + node.name()))
                .toList());
    }

    private static Map<String, Object> manager(Tutorial.Node node) {
        String uri = "https://" + node.bmcIp() + "/redfish/v1/Managers/" + node.bmc();
        return Map.of("uri", uri, "uuid", uuid(node.bmc()), "name", node.bmc(), "type", "NodeBMC",
                "ethernet_interfaces", List.of(nic(uri, node.bmcMac(), node.bmcIp(), "Interface of the BMC of " + node.name())));
    }

    private static Map<String, Object> nic(String owner, String mac, String ip, String description) {
        return Map.of("uri", owner + "/EthernetInterfaces/" + mac, "mac", mac, "ip", ip, "name", mac, "description", description,
                "enabled", true);
    }

    /** The same at every run, so that loading twice is loading once. */
    private static String uuid(String xname) {
        return UUID.nameUUIDFromBytes(xname.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
