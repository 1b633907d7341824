package org.openchami.it.container;

import io.vertx.core.json.JsonObject;

/** The second node of the OpenCHAMI tutorial: what is loaded of it, as {@code ochami discover static} does, and its script. */
final class TutorialNode {
    static final String XNAME = "x1000c0s0b1n0";
    static final String MAC = "52:54:00:be:ef:02";
    static final String IP = "172.16.0.2";
    private static final String IMAGES = "http://172.16.0.254:9000/boot-images/";
    private static final String KERNEL = IMAGES + "efi-images/compute/base/vmlinuz-5.14.0-611.41.1.el9_7.x86_64";
    private static final String INITRD = IMAGES + "efi-images/compute/base/initramfs-5.14.0-611.41.1.el9_7.x86_64.img";
    private static final String PARAMS = "nomodeset ro root=live:" + IMAGES + "compute/base/rocky9.7-compute-base-rocky9 ip=dhcp"
            + " overlayroot=tmpfs overlayroot_cfgdisk=disabled apparmor=0 selinux=0 console=ttyS0,115200 ip6=off cloud-init=enabled"
            + " ds=nocloud-net;s=http://172.16.0.254:8081/cloud-init";

    private TutorialNode() {}

    static JsonObject components() {
        return new JsonObject("""
                {"Components": [{"ID": "%s", "Type": "Node", "State": "On", "Enabled": true, "NID": 2}]}
                """.formatted(XNAME));
    }

    static JsonObject redfishEndpoint() {
        return new JsonObject("""
                {"SchemaVersion": 1, "ID": "x1000c0s0b1", "Type": "NodeBMC", "Name": "x1000c0s0b1", "FQDN": "172.16.0.102",
                 "IPAddress": "172.16.0.102", "MACAddr": "de:ca:fc:0f:fe:e2", "Enabled": true,
                 "Managers": [{"uri": "https://172.16.0.102/redfish/v1/Managers/1", "uuid": "6f0c2d36-8a0e-4d53-9a0f-000000000102",
                   "name": "x1000c0s0b1", "type": "NodeBMC", "ethernet_interfaces": [
                     {"uri": "https://172.16.0.102/redfish/v1/Managers/1/EthernetInterfaces/1", "mac": "de:ca:fc:0f:fe:e2",
                      "ip": "172.16.0.102", "name": "1", "description": "Interface of the BMC of compute2", "enabled": true}]}],
                 "Systems": [{"uri": "https://172.16.0.102/redfish/v1/Systems/1", "uuid": "6f0c2d36-8a0e-4d53-9a0f-000000000002",
                   "name": "compute2", "ethernet_interfaces": [
                     {"uri": "https://172.16.0.102/redfish/v1/Systems/1/EthernetInterfaces/1", "mac": "%s",
                      "ip": "%s", "name": "1", "description": "Interface of compute2", "enabled": true}]}]}
                """.formatted(MAC, IP));
    }

    static JsonObject bootParameters() {
        return new JsonObject("""
                {"macs": ["%s"], "kernel": "%s", "initrd": "%s", "params": "%s"}
                """.formatted(MAC, KERNEL, INITRD, PARAMS));
    }

    static String bootScript() {
        return """
                #!ipxe
                kernel --name kernel %s initrd=initrd %s xname=%s nid=2 BOOTIF=01-52-54-00-be-ef-02 || goto boot_retry
                initrd --name initrd %s || goto boot_retry
                boot || goto boot_retry
                :boot_retry
                sleep 30
                chain https://api-gw-service-nmn.local/apis/bss/boot/v1/bootscript?mac=%s&retry=1

                """.formatted(KERNEL, PARAMS, XNAME, INITRD, MAC);
    }
}
