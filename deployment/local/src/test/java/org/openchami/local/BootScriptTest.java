package org.openchami.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BootScriptTest {
    private final Tutorial tutorial = Tutorial.load();

    @Test
    void theScriptOfNode2IsTheTutorials() {
        assertThat(BootScript.expected(tutorial, tutorial.node(2)).lines()).containsExactly(
                "#!ipxe",
                "kernel --name kernel http://172.16.0.254:9000/boot-images/efi-images/compute/base/vmlinuz-5.14.0-611.41.1.el9_7.x86_64 "
                        + "initrd=initrd nomodeset ro root=live:http://172.16.0.254:9000/boot-images/compute/base/rocky9.7-compute-base-rocky9 "
                        + "ip=dhcp overlayroot=tmpfs overlayroot_cfgdisk=disabled apparmor=0 selinux=0 console=ttyS0,115200 ip6=off "
                        + "cloud-init=enabled ds=nocloud-net;s=http://172.16.0.254:8081/cloud-init "
                        + "xname=x1000c0s0b1n0 nid=2 BOOTIF=01-52-54-00-be-ef-02 || goto boot_retry",
                "initrd --name initrd "
                        + "http://172.16.0.254:9000/boot-images/efi-images/compute/base/initramfs-5.14.0-611.41.1.el9_7.x86_64.img "
                        + "|| goto boot_retry",
                "boot || goto boot_retry",
                ":boot_retry",
                "sleep 30",
                "chain https://api-gw-service-nmn.local/apis/bss/boot/v1/bootscript?mac=52:54:00:be:ef:02&retry=1",
                "");
    }

    @Test
    void theScriptEndsWithAnEmptyLine() {
        assertThat(BootScript.expected(tutorial, tutorial.node(1))).endsWith("&retry=1\n\n");
    }
}
