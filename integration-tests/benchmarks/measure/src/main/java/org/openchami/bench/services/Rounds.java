package org.openchami.bench.services;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

import org.openchami.bench.load.Load;
import org.openchami.bench.load.Plan;
import org.openchami.bench.load.Sample;
import org.openchami.bench.load.Target;

/** Warms up, then measures all rows in turn, and that several times: whatever disturbs the machine disturbs both services of a pair. */
record Rounds(Plan plan, PrintStream out) {
    List<Comparison> of(List<Row> rows) {
        List<Comparison> comparisons = rows.stream().map(Comparison::begin).toList();
        try (Load load = new Load(plan.connections())) {
            if (plan.warmUp().compareTo(Duration.ZERO) > 0) {
                out.println("warm-up");
                rows.forEach(row -> warmUp(load, row));
            }
            for (int round = 1; round <= plan.rounds(); round++) {
                out.println("round " + round + " of " + plan.rounds());
                boolean openFirst = round % 2 == 1;
                comparisons.forEach(comparison -> measure(load, comparison, openFirst));
            }
        }
        return comparisons;
    }

    private void warmUp(Load load, Row row) {
        load.run(row.open(), row.requests().get(), plan.warmUp());
        load.run(row.secured(), row.requests().get(), plan.warmUp());
    }

    private void measure(Load load, Comparison comparison, boolean openFirst) {
        if (openFirst) {
            comparison.open().add(sample(load, comparison.row(), comparison.row().open()));
        }
        comparison.secured().add(sample(load, comparison.row(), comparison.row().secured()));
        if (!openFirst) {
            comparison.open().add(sample(load, comparison.row(), comparison.row().open()));
        }
    }

    private Sample sample(Load load, Row row, Target target) {
        return load.run(target, row.requests().get(), plan.length());
    }
}
