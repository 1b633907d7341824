package org.openchami.it.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** The nodes and the boot configuration of the OpenCHAMI tutorial: the same file that the local run has. */
public record Tutorial(List<Node> nodes, Boot boot) {
    static Tutorial load() {
        try (InputStream yaml = Tutorial.class.getResourceAsStream("/tutorial.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readValue(yaml, Tutorial.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Node node(int nid) {
        return nodes.stream().filter(node -> node.nid() == nid).findFirst().orElseThrow();
    }

    /** The iPXE text that this node must get when it asks by its MAC, worked out from the data and nothing else. */
    public String script(Node node) {
        return """
                #!ipxe
                kernel --name kernel %s initrd=initrd %s xname=%s nid=%d BOOTIF=01-%s || goto boot_retry
                initrd --name initrd %s || goto boot_retry
                boot || goto boot_retry
                :boot_retry
                sleep 30
                chain https://api-gw-service-nmn.local/apis/bss/boot/v1/bootscript?mac=%s&retry=1

                """.formatted(boot.kernel(), boot.params(), node.xname(), node.nid(), node.mac().replace(':', '-'), boot.initrd(),
                node.mac());
    }

    public record Node(String name, int nid, String xname, @JsonProperty("bmc_mac") String bmcMac, @JsonProperty("bmc_ip") String bmcIp,
            String group, List<Interface> interfaces) {
        public String mac() {
            return interfaces.get(0).mac();
        }

        public String ip() {
            return interfaces.get(0).addresses().get(0).ip();
        }

        /** The xname without its last part. */
        public String bmc() {
            return xname.substring(0, xname.lastIndexOf('n'));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    record Interface(@JsonProperty("mac_addr") String mac, @JsonProperty("ip_addrs") List<Address> addresses) {}

    record Address(String name, @JsonProperty("ip_addr") String ip) {}

    public record Boot(String kernel, String initrd, String params, List<String> macs) {}
}
