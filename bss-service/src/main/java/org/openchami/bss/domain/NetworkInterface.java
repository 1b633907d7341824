package org.openchami.bss.domain;

import java.util.List;

/** One Ethernet interface of a node; {@code mac} in normal form. */
public record NetworkInterface(String mac, String xname, List<String> addresses) {
    public NetworkInterface {
        addresses = List.copyOf(addresses);
    }
}
