package org.openchami.local;

import java.util.List;

/** How to go on by hand; each line works as it is printed. */
record NextSteps(Addresses addresses, String tokenCommand) {
    List<String> lines() {
        String bearer = "-H \"Authorization: Bearer $(" + tokenCommand + ")\" ";
        return List.of(
                "curl -H 'X-Forwarded-For: 172.16.0.3' '" + addresses.bss() + "/boot/v1/bootscript?mac=52:54:00:be:ef:03'",
                "curl " + bearer + addresses.bss() + "/boot/v1/hosts",
                "curl " + bearer + "'" + addresses.smd() + "/hsm/v2/State/Components?type=Node'");
    }
}
