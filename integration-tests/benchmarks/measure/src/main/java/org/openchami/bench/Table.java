package org.openchami.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** What a reader of the terminal gets: medians, and of each ratio the smallest and the largest of all rounds. */
record Table(List<Comparison> comparisons) {
    void print(PrintStream out) {
        out.println();
        out.printf("%-46s %17s   %17s   %s%n", "", "authentication off", "on", "on / off: median (min-max)");
        out.printf("%-46s %8s %8s   %8s %8s   %-19s %-19s %s%n", "", "req/s", "cpu µs", "req/s", "cpu µs", "req/s", "cpu", "busy");
        comparisons.forEach(comparison -> out.println(line(comparison)));
        out.println();
        out.println(
                "cpu: user and system time of the service a request. busy: cores that the service kept busy, off and on; well below 1.0,");
        out.println("something else set the pace, and only the ratio of cpu says what authentication costs.");
    }

    private static String line(Comparison row) {
        return String.format(Locale.ROOT, "%-46s %8.0f %8.1f   %8.0f %8.1f   %-19s %-19s %.2f %.2f", row.row().name(),
                row.open(Sample::perSecond).median(), row.open(Sample::cpuMicros).median(), row.secured(Sample::perSecond).median(),
                row.secured(Sample::cpuMicros).median(), ratio(row.ratio(Sample::perSecond)), ratio(row.ratio(Sample::cpuMicros)),
                row.open(Sample::busy).median(), row.secured(Sample::busy).median());
    }

    private static String ratio(Spread spread) {
        return String.format(Locale.ROOT, "%.3f (%.3f-%.3f)", spread.median(), spread.min(), spread.max());
    }
}
