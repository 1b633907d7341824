package org.openchami.bench.flood;

import java.util.Arrays;
import java.util.OptionalLong;

import org.openchami.auth.testing.http.Call;
import org.openchami.bench.load.Target;

/** How many signatures a server has checked, as its metric {@code openchami.auth.signatures} says. */
record Signatures(Target server) {
    /** Empty where there is no such metric. */
    OptionalLong count() {
        double[] counts = Call.to(server.url(), "/q/metrics").get().body().lines()
                .filter(line -> line.startsWith("openchami_auth_signatures"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).toArray();
        return counts.length == 0 ? OptionalLong.empty() : OptionalLong.of((long) Arrays.stream(counts).sum());
    }
}
