package org.openchami.bss.testing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The five nodes of the OpenCHAMI tutorial, and what they boot. */
public final class Machine {
    public static final String KERNEL = "http://172.16.0.254:9000/boot-images/efi-images/compute/base/vmlinuz-5.14.0-611.41.1.el9_7.x86_64";
    public static final String INITRD = "http://172.16.0.254:9000/boot-images/efi-images/compute/base/initramfs-5.14.0-611.41.1.el9_7.x86_64.img";
    public static final String PARAMS = "nomodeset ro root=live:http://172.16.0.254:9000/boot-images/compute/base/rocky9.7-compute-base-rocky9"
            + " ip=dhcp overlayroot=tmpfs overlayroot_cfgdisk=disabled apparmor=0 selinux=0 console=ttyS0,115200 ip6=off cloud-init=enabled"
            + " ds=nocloud-net;s=http://172.16.0.254:8081/cloud-init";

    private Machine() {}

    public static String mac(int nid) {
        return "52:54:00:be:ef:0" + nid;
    }

    public static String ip(int nid) {
        return "172.16.0." + nid;
    }

    public static String xname(int nid) {
        return "x1000c0s0b" + (nid - 1) + "n0";
    }

    public static List<String> macs() {
        return IntStream.rangeClosed(1, 5).mapToObj(Machine::mac).toList();
    }

    /** The tutorial's boot parameters for these MACs, as JSON. */
    public static String bootParameters(List<String> macs) {
        String list = macs.stream().map(mac -> "\"" + mac + "\"").collect(Collectors.joining(","));
        return "{\"macs\":[" + list + "],\"kernel\":\"" + KERNEL + "\",\"initrd\":\"" + INITRD + "\",\"params\":\"" + PARAMS + "\"}";
    }

    /** Makes smd know all five. */
    public static void describe(SmdStub smd) {
        IntStream.rangeClosed(1, 5).forEach(nid -> describe(smd, nid, true));
        smd.on("/State/Components?type=Node", "{\"Components\":[" + each(Machine::component) + "]}");
        smd.on("/Inventory/ComponentEndpoints?type=Node", "{\"ComponentEndpoints\":[" + each(nid -> endpoint(nid, true)) + "]}");
        smd.on("/Inventory/EthernetInterfaces?Type=Node", "[" + each(Machine::ethernet) + "]");
    }

    public static void describe(SmdStub smd, int nid, boolean enabled) {
        smd.on("/State/Components/" + xname(nid), component(nid));
        smd.on("/State/Components/ByNID/" + nid, component(nid));
        smd.on("/Inventory/ComponentEndpoints?id=" + xname(nid), "{\"ComponentEndpoints\":[" + endpoint(nid, enabled) + "]}");
        smd.on("/Inventory/EthernetInterfaces?MACAddress=" + mac(nid).replace(":", "%3A"), "[" + ethernet(nid) + "]");
        smd.on("/Inventory/EthernetInterfaces?ComponentID=" + xname(nid), "[" + ethernet(nid) + "]");
        smd.on("/Inventory/EthernetInterfaces?IPAddress=" + ip(nid), "[" + ethernet(nid) + "]");
    }

    private static String each(java.util.function.IntFunction<String> json) {
        return IntStream.rangeClosed(1, 5).mapToObj(json).collect(Collectors.joining(","));
    }

    private static String component(int nid) {
        return "{\"ID\":\"" + xname(nid)
                + "\",\"Type\":\"Node\",\"State\":\"On\",\"Flag\":\"OK\",\"Enabled\":true,\"Role\":\"Compute\",\"NID\":"
                + nid + ",\"SomethingNew\":1}";
    }

    private static String endpoint(int nid, boolean enabled) {
        return "{\"ID\":\"" + xname(nid) + "\",\"Type\":\"Node\",\"FQDN\":\"compute" + nid + ".openchami.cluster\",\"Enabled\":" + enabled
                + "}";
    }

    private static String ethernet(int nid) {
        return "{\"ID\":\"" + mac(nid).replace(":", "") + "\",\"Description\":\"\",\"MACAddress\":\"" + mac(nid)
                + "\",\"LastUpdate\":\"2026-11-22T00:00:00Z\",\"ComponentID\":\"" + xname(nid)
                + "\",\"Type\":\"Node\",\"IPAddresses\":[{\"IPAddress\":\"" + ip(nid) + "\",\"Network\":\"management\"}]}";
    }
}
