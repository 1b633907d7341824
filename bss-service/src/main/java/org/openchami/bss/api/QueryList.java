package org.openchami.bss.api;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.openchami.bss.domain.Whole;

/** Query parameters that may be repeated, and hold several values with commas between them. */
final class QueryList {
    private QueryList() {}

    static List<String> values(List<String> parameter) {
        return parameter.stream().filter(text -> !text.isEmpty()).flatMap(text -> Stream.of(text.split(",", -1))).toList();
    }

    static List<Integer> nids(List<String> parameter) {
        return values(parameter).stream().map(QueryList::nid).toList();
    }

    private static Integer nid(String text) {
        OptionalLong number = Whole.parse(text);
        if (number.isEmpty() || number.getAsLong() != (int) number.getAsLong()) {
            throw ProblemException.badRequest("Bad Request - Invalid nid '" + text + "'");
        }
        return (int) number.getAsLong();
    }
}
