package org.openchami.bench.peers;

import java.util.List;

import org.openchami.bench.load.Jdk;

/** Which samples belong together: one for each round. */
record Cell(Traffic.Kind kind, String algorithm, Jdk jdk, Variant variant) {
    static Cell of(Traffic traffic, Jdk jdk, Variant variant) {
        return new Cell(traffic.kind(), traffic.algorithm(), jdk, variant);
    }

    List<String> words() {
        return List.of(kind.name(), algorithm, jdk.toString(), variant.toString());
    }
}
