package org.openchami.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** The nodes and the boot configuration of the OpenCHAMI tutorial, as {@code tutorial.yaml} has them. */
record Tutorial(List<Node> nodes, Boot boot) {
    static Tutorial load() {
        try (InputStream yaml = Tutorial.class.getResourceAsStream("/tutorial.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readValue(yaml, Tutorial.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Node node(int nid) {
        return nodes.stream().filter(node -> node.nid() == nid).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The tutorial has no node " + nid));
    }

    record Node(String name, int nid, String xname, @JsonProperty("bmc_mac") String bmcMac, @JsonProperty("bmc_ip") String bmcIp,
            String group, List<Interface> interfaces) {
        /** The xname without its last part. */
        String bmc() {
            return xname.substring(0, xname.lastIndexOf('n'));
        }

        String mac() {
            return interfaces.get(0).mac();
        }

        String ip() {
            return interfaces.get(0).addresses().get(0).ip();
        }
    }

    record Interface(@JsonProperty("mac_addr") String mac, @JsonProperty("ip_addrs") List<Address> addresses) {}

    record Address(String name, @JsonProperty("ip_addr") String ip) {}

    record Boot(String kernel, String initrd, String params, List<String> macs) {}
}
