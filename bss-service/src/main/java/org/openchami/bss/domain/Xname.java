package org.openchami.bss.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a place in a machine, such as {@code x1000c0s0b0n0}: cabinet, chassis, slot, board, node. */
public final class Xname {
    private static final Pattern NODE = Pattern.compile("x[0-9]{1,4}c[0-7]s[0-9]+b[0-9]+n[0-9]+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("(?<=[a-z])0+(?=[0-9])");

    private Xname() {}

    /** The normal form (lower case, no leading zeros) if this names a compute node. */
    public static Optional<String> node(String text) {
        String normal = LEADING_ZEROS.matcher(text.trim().toLowerCase(Locale.ROOT)).replaceAll("");
        return NODE.matcher(normal).matches() ? Optional.of(normal) : Optional.empty();
    }
}
