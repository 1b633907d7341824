package org.openchami.smd.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** NIDs from the first to the last, both included. */
public record NidRange(long first, long last) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final String NOT_A_NUMBER = "a required argument was not an integer";

    /** {@code nid_start} and {@code nid_end} pair up in their order, one without a partner is open; {@code nid} adds single ones. */
    static List<NidRange> of(Parameters parameters) {
        List<Long> starts = parameters.all("nid_start").stream().map(NidRange::required).toList();
        List<Long> ends = parameters.all("nid_end").stream().map(NidRange::required).toList();
        List<NidRange> ranges = new ArrayList<>();
        for (int i = 0; i < Math.max(starts.size(), ends.size()); i++) {
            ranges.add(new NidRange(i < starts.size() ? starts.get(i) : 0, i < ends.size() ? ends.get(i) : Long.MAX_VALUE));
        }
        if (!ranges.isEmpty()) {
            parameters.all("nid").stream().map(NidRange::required).forEach(nid -> ranges.add(new NidRange(nid, nid)));
        }
        return List.copyOf(ranges);
    }

    static Optional<Condition> single(Parameters parameters) {
        return Condition.of(parameters, "nid", "nid", NidRange::number, NOT_A_NUMBER).map(NidRange::withoutNid);
    }

    /** A NID as a path names it: decimal and not negative. */
    public static long parse(String text) {
        String digits = text.startsWith("-") ? text.substring(1) : text;
        long nid = number(digits).orElseThrow(() -> new InvalidException(NOT_A_NUMBER));
        if (text.startsWith("-")) {
            throw new InvalidException("An argument was out of range");
        }
        return nid;
    }

    private static Condition withoutNid(Condition condition) {
        return new Condition(condition.attribute(), numbers(condition.anyOf()), numbers(condition.noneOf()));
    }

    private static List<Object> numbers(List<Object> values) {
        return values.stream().map(value -> value instanceof Long ? value : Component.NO_NID).toList();
    }

    private static long required(String value) {
        return number(value).orElseThrow(() -> new InvalidException("bad query param: " + NOT_A_NUMBER));
    }

    private static Optional<Long> number(String value) {
        return NUMBER.matcher(value).matches() ? Optional.of(Long.valueOf(value)) : Optional.empty();
    }
}
