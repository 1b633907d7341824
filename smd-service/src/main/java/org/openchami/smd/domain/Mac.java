package org.openchami.smd.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/** MAC addresses, stored as six lower-case pairs of hexadecimal digits with colons. */
final class Mac {

    private static final Pattern SEPARATORS = Pattern.compile("[-:.]");
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{12}");
    private static final Pattern PAIRS = Pattern.compile("(..)(?!$)");

    private Mac() {}

    /** The twelve digits without separators, which are the id of the interface that has this address. */
    static String id(String mac) {
        String digits = SEPARATORS.matcher(mac.strip().toLowerCase(Locale.ROOT)).replaceAll("");
        if (digits.length() != 12) {
            throw new InvalidException("MAC string has invalid length");
        }
        if (!DIGITS.matcher(digits).matches()) {
            throw new InvalidException("MAC string has characters other than hexadecimal digits");
        }
        return digits;
    }

    static String ofId(String id) {
        return PAIRS.matcher(id).replaceAll("$1:");
    }
}
