package org.openchami.bench.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.openchami.bench.load.Jdk;
import org.openchami.bench.load.Sample;
import org.openchami.bench.peers.Traffic.Kind;
import org.openchami.bench.report.Finding;
import org.openchami.bench.report.Goal;
import org.openchami.bench.report.Grid;
import org.openchami.bench.report.Spread;

/** What the samples say. */
record Scores(List<Jdk> jdks, Results results) {
    Finding finding() {
        return new Finding("One endpoint, several guards", grid().toString(), goals(), results.json());
    }

    private List<Goal> goals() {
        List<Goal> goals = new ArrayList<>();
        for (Jdk jdk : jdks) {
            for (Kind kind : List.of(Kind.WARM, Kind.ROTATING)) {
                for (String algorithm : Peers.ALGORITHMS) {
                    goals.add(Goal.atMost(name(kind, algorithm, jdk, "ours / plain, CPU"), 1.6, "×",
                            cpu(kind, algorithm, jdk, Variant.PLAIN)));
                    goals.add(
                            Goal.atLeast(name(kind, algorithm, jdk, "ours / smallrye-jwt, req/s"), algorithm.equals("RS256") ? 4 : 30, "×",
                                    rate(kind, algorithm, jdk, Variant.SMALLRYE_JWT)));
                    goals.add(Goal.atLeast(name(kind, algorithm, jdk, "ours / oidc, req/s"), 5, "×",
                            rate(kind, algorithm, jdk, Variant.OIDC)));
                }
            }
            Peers.ALGORITHMS.forEach(algorithm -> goals.add(Goal.atMost(name(Kind.FIRST_SIGHT, algorithm, jdk,
                    "ours / smallrye-jwt, CPU"), 1.0, "×", cpu(Kind.FIRST_SIGHT, algorithm, jdk, Variant.SMALLRYE_JWT))));
        }
        return goals;
    }

    private static String name(Kind kind, String algorithm, Jdk jdk, String what) {
        return jdk + ", " + algorithm + ", " + kind + ": " + what;
    }

    private Spread cpu(Kind kind, String algorithm, Jdk jdk, Variant other) {
        return results.ratio(new Cell(kind, algorithm, jdk, Variant.OURS), new Cell(kind, algorithm, jdk, other), Sample::cpuMicros);
    }

    private Spread rate(Kind kind, String algorithm, Jdk jdk, Variant other) {
        return results.ratio(new Cell(kind, algorithm, jdk, Variant.OURS), new Cell(kind, algorithm, jdk, other), Sample::perSecond);
    }

    private Grid grid() {
        Grid grid = new Grid("JDK", "token", "traffic", "guard", "req/s", "cpu µs", "cpu / plain", "busy");
        for (Cell cell : results.samples().keySet()) {
            Cell plain = new Cell(cell.kind(), cell.algorithm(), cell.jdk(), Variant.PLAIN);
            grid.row(List.of(cell.jdk().feature(), cell.algorithm(), cell.kind().toString(), cell.variant().toString(),
                    text("%.0f", results.of(cell, Sample::perSecond)), text("%.1f", results.of(cell, Sample::cpuMicros)),
                    text("%.2f", results.ratio(cell, plain, Sample::cpuMicros)), text("%.2f", results.of(cell, Sample::busy))));
        }
        return grid;
    }

    private static String text(String format, Spread spread) {
        return String.format(Locale.ROOT, format, spread.median());
    }
}
