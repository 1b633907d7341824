package org.openchami.bss.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Hardware addresses; the normal form is lower case with colons. */
public final class Mac {
    private static final Pattern COLON_FORM = Pattern.compile("([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}");
    private static final Pattern SEPARATORS = Pattern.compile("[-:.]");
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{12}");
    private static final Pattern PAIRS = Pattern.compile("(?<=\\G..)(?!$)");

    private Mac() {}

    /** The only form that may be stored. */
    public static boolean isColonForm(String text) {
        return COLON_FORM.matcher(text).matches();
    }

    /** The normal form of an address in any usual writing. */
    public static Optional<String> normal(String text) {
        String digits = SEPARATORS.matcher(text.trim().toLowerCase(Locale.ROOT)).replaceAll("");
        return DIGITS.matcher(digits).matches() ? Optional.of(PAIRS.matcher(digits).replaceAll(":")) : Optional.empty();
    }
}
