package org.openchami.bench.services;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.openchami.bench.load.Sample;
import org.openchami.bench.report.Spread;

/** The rounds of one row: the n-th samples of both were taken right after each other. */
record Comparison(Row row, List<Sample> open, List<Sample> secured) {
    static Comparison begin(Row row) {
        return new Comparison(row, new ArrayList<>(), new ArrayList<>());
    }

    Spread open(ToDoubleFunction<Sample> figure) {
        return Spread.of(open.stream().map(figure::applyAsDouble).toList());
    }

    Spread secured(ToDoubleFunction<Sample> figure) {
        return Spread.of(secured.stream().map(figure::applyAsDouble).toList());
    }

    /** Secured by open, round by round. */
    Spread ratio(ToDoubleFunction<Sample> figure) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            ratios.add(figure.applyAsDouble(secured.get(i)) / figure.applyAsDouble(open.get(i)));
        }
        return Spread.of(ratios);
    }
}
