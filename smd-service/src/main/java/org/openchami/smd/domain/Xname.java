package org.openchami.smd.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The place of a thing in the machine, as its name: lower case, no zero before another digit at the start of a number. */
public record Xname(String value, XnameType type) {

    private static final Pattern LEADING_ZEROS = Pattern.compile("(?<!\\d)0+(?=\\d)");
    private static final int MAX_LENGTH = 63;
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** The form in which names are stored and compared, whether valid or not. */
    public static String normalize(String name) {
        return LEADING_ZEROS.matcher(name.strip()).replaceAll("").toLowerCase(Locale.ROOT);
    }

    public static Optional<Xname> parse(String name) {
        String normalized = normalize(name);
        return normalized.length() > MAX_LENGTH ? Optional.empty() : XnameType.ofName(normalized).map(type -> new Xname(normalized, type));
    }

    /**
     * The NID of a node that came without one: (cabinet + 1) · 16384 + chassis · 2048 + slot · 32 + bmc · 4 + node, where a virtual
     * node counts by its own number.
     */
    long defaultNid() {
        long[] numbers = NUMBER.matcher(value).results().map(MatchResult::group).mapToLong(Xname::number).toArray();
        long node = numbers[numbers.length - 1];
        return (numbers[0] + 1) * 16384 + numbers[1] * 2048 + numbers[2] * 32 + numbers[3] * 4 + node;
    }

    private static long number(String digits) {
        if (digits.length() > 9) {
            throw new InvalidException("xname ID has a number that is too large");
        }
        return Long.parseLong(digits);
    }
}
