package org.openchami.local;

/** The iPXE script that bss must answer a node of the tutorial with, worked out from the data and from nothing else. */
final class BootScript {
    private BootScript() {}

    static String expected(Tutorial tutorial, Tutorial.Node node) {
        Tutorial.Boot boot = tutorial.boot();
        String mac = node.mac();
        String params = "initrd=initrd " + boot.params() + " xname=" + node.xname() + " nid=" + node.nid() + " BOOTIF=01-"
                + mac.replace(':', '-');
        return """
                #!ipxe
                kernel --name kernel %s %s || goto boot_retry
                initrd --name initrd %s || goto boot_retry
                boot || goto boot_retry
                :boot_retry
                sleep 30
                chain https://api-gw-service-nmn.local/apis/bss/boot/v1/bootscript?mac=%s&retry=1

                """.formatted(boot.kernel(), params, boot.initrd(), mac);
    }
}
