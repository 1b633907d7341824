package org.openchami.smd.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a query asks of one attribute: to be one of some values, if any are given, and none of others. The attribute's name is always
 * one of this package's own words, the values are whatever the caller wrote.
 */
public record Condition(String attribute, List<Object> anyOf, List<Object> noneOf) {

    /**
     * The condition that a parameter states: its values or'ed, those that begin with {@code !} excluded; an empty value is what has none.
     *
     * @param read what a value means, empty if it is not valid
     * @param error what to say of a value that is not valid
     */
    static Optional<Condition> of(Parameters parameters, String name, String attribute, Function<String, Optional<?>> read, String error) {
        List<Object> anyOf = new ArrayList<>();
        List<Object> noneOf = new ArrayList<>();
        for (String value : parameters.all(name)) {
            String bare = value.replaceFirst("^!+", "");
            Object wanted = bare.isEmpty() ? "" : bad(read.apply(bare), error);
            (value.startsWith("!") ? noneOf : anyOf).add(wanted);
        }
        return anyOf.isEmpty() && noneOf.isEmpty()
                ? Optional.empty()
                : Optional.of(new Condition(attribute, List.copyOf(anyOf), List.copyOf(noneOf)));
    }

    static Condition anyOf(String attribute, List<?> values) {
        return new Condition(attribute, List.copyOf(values), List.of());
    }

    static Optional<String> xname(String value) {
        return Xname.parse(value).map(Xname::value);
    }

    private static Object bad(Optional<?> value, String error) {
        return value.<Object>map(Function.identity()).orElseThrow(() -> new InvalidException("bad query param: " + error));
    }
}
