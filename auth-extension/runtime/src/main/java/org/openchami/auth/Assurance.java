package org.openchami.auth;

import java.util.Locale;

/** How sure we are of an origin, weakest first. */
public enum Assurance {
    /** The caller said so; nothing supports it. */
    CLAIMED,
    /** The source address, as seen through trusted proxies only, is the one that the inventory holds for this origin. */
    NETWORK,
    /** Proven by a key or a token of its own. */
    ATTESTED;

    /** The word used in the call context and in audit records. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
