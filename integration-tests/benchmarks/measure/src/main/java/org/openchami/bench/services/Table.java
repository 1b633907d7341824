package org.openchami.bench.services;

import java.util.List;
import java.util.Locale;

import org.openchami.bench.load.Sample;
import org.openchami.bench.report.Grid;
import org.openchami.bench.report.Spread;

/** Medians, and of each ratio the smallest and the largest of all rounds. */
record Table(List<Comparison> comparisons) {
    @Override
    public String toString() {
        Grid grid = new Grid("", "off: req/s", "cpu µs", "on: req/s", "cpu µs", "req/s, on / off", "cpu, on / off", "busy");
        comparisons.forEach(row -> grid.row(List.of(row.row().name(), whole(row.open(Sample::perSecond)),
                tenths(row.open(Sample::cpuMicros)), whole(row.secured(Sample::perSecond)), tenths(row.secured(Sample::cpuMicros)),
                ratio(row.ratio(Sample::perSecond)), ratio(row.ratio(Sample::cpuMicros)),
                String.format(Locale.ROOT, "%.2f %.2f", row.open(Sample::busy).median(), row.secured(Sample::busy).median()))));
        return grid.toString();
    }

    private static String whole(Spread spread) {
        return String.format(Locale.ROOT, "%.0f", spread.median());
    }

    private static String tenths(Spread spread) {
        return String.format(Locale.ROOT, "%.1f", spread.median());
    }

    private static String ratio(Spread spread) {
        return String.format(Locale.ROOT, "%.3f (%.3f–%.3f)", spread.median(), spread.min(), spread.max());
    }
}
