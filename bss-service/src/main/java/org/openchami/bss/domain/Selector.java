package org.openchami.bss.domain;

import java.util.Locale;

/** What boot parameters are stored under: a host (xname, or a tag such as {@code Default}), a MAC or a NID; in normal form. */
public record Selector(Kind kind, String name) {

    public static final Selector DEFAULT = new Selector(Kind.HOST, "Default");

    public enum Kind {
        HOST,
        MAC,
        NID
    }

    public static Selector host(String name) {
        return new Selector(Kind.HOST, Xname.node(name).orElse(name));
    }

    /** Parameters for nodes of one architecture that have none of their own. */
    public static Selector unknown(String architecture) {
        return new Selector(Kind.HOST, "Unknown-" + architecture);
    }

    public static Selector mac(String mac) {
        return new Selector(Kind.MAC, Mac.normal(mac).orElse(mac.toLowerCase(Locale.ROOT)));
    }

    public static Selector nid(long nid) {
        return new Selector(Kind.NID, Long.toString(nid));
    }
}
