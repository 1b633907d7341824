package org.openchami.smd.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The parameters of a query, whose names are the same in any case. */
public final class Parameters {

    private final Map<String, List<String>> values = new TreeMap<>();

    public Parameters(Map<String, List<String>> given) {
        given.forEach((name, list) -> values.computeIfAbsent(name.toLowerCase(Locale.ROOT), any -> new ArrayList<>()).addAll(list));
    }

    List<String> all(String lowerCaseName) {
        return values.getOrDefault(lowerCaseName, List.of());
    }

}
