package org.openchami.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Warms up, then measures all rows in turn, and that several times: whatever disturbs the machine disturbs both services of a pair. */
record Rounds(Options options, PrintStream out) {
    List<Comparison> of(List<Row> rows) {
        List<Comparison> comparisons = rows.stream().map(Comparison::begin).toList();
        try (Load load = new Load(options.connections())) {
            if (options.warmUp().compareTo(Duration.ZERO) > 0) {
                out.println("warm-up");
                rows.forEach(row -> warmUp(load, row));
            }
            for (int round = 1; round <= options.rounds(); round++) {
                out.println("round " + round + " of " + options.rounds());
                boolean openFirst = round % 2 == 1;
                comparisons.forEach(comparison -> measure(load, comparison, openFirst));
            }
        }
        return comparisons;
    }

    private void warmUp(Load load, Row row) {
        load.run(row.open(), row.requests().get(), options.warmUp());
        load.run(row.secured(), row.requests().get(), options.warmUp());
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
        return load.run(target, row.requests().get(), options.length());
    }
}
