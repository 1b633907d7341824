package org.openchami.bss.domain;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a node asks for its script again. What the node sent goes back to it, with everything percent-encoded that isn't plain. */
public final class ScriptAddress {
    private final String base;

    /** @param gateway scheme, host and path prefix under which nodes reach this service */
    public ScriptAddress(String gateway) {
        base = gateway + "/boot/v1/bootscript";
    }

    /** For a node that couldn't boot. */
    public String again(NodeKey key, long retry) {
        return query(key) + "&retry=" + retry;
    }

    /** For a node that isn't known, which is to tell its architecture. */
    public String architecture(NodeKey key, long timestamp) {
        return query(key) + "&arch=${buildarch}&ts=" + timestamp;
    }

    private String query(NodeKey key) {
        String name = switch (key.kind()) {
            case MAC -> "mac";
            case NID -> "nid";
            case NAME, ADDRESS -> "name";
        };
        return base + "?" + name + "=" + URLEncoder.encode(key.value(), StandardCharsets.UTF_8).replace("%3A", ":").replace("+", "%20");
    }
}
