package org.openchami.bss.domain;

import java.util.Optional;
import java.util.OptionalLong;

/** What a node says of itself, or what is seen of it, to be found by; {@code value} is as sent, a NID in decimal. */
public record NodeKey(Kind kind, String value) {

    public enum Kind {
        MAC,
        NAME,
        NID,
        ADDRESS
    }

    /** The key a boot script is asked with: {@code mac} before {@code name} before {@code nid}; blank is absent. */
    public static Optional<NodeKey> asked(String mac, String name, String nid) {
        if (!mac.isEmpty()) {
            return Optional.of(new NodeKey(Kind.MAC, mac));
        }
        if (!name.isEmpty()) {
            return Optional.of(new NodeKey(Kind.NAME, name));
        }
        OptionalLong number = Whole.parse(nid);
        return number.isPresent() && number.getAsLong() >= 0
                ? Optional.of(new NodeKey(Kind.NID, Long.toString(number.getAsLong())))
                : Optional.empty();
    }

    public static NodeKey address(String address) {
        return new NodeKey(Kind.ADDRESS, address);
    }

    /** As the messages to clients name it. */
    public String description() {
        return switch (kind) {
            case MAC -> "MAC " + value;
            case NID -> "NID " + value;
            case NAME, ADDRESS -> value;
        };
    }
}
