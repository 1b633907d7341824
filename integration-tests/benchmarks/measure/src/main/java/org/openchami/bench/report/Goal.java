package org.openchami.bench.report;

import java.util.Locale;

/**
 * What a figure was meant to be.
 *
 * @param text what is measured, for example {@code ours / plain, CPU a request}
 * @param unit of the bound and the value: {@code ×}, or a unit of measurement
 */
public record Goal(String text, boolean atMost, double bound, String unit, Spread value) {
    public static Goal atMost(String text, double bound, String unit, Spread value) {
        return new Goal(text, true, bound, unit, value);
    }

    public static Goal atLeast(String text, double bound, String unit, Spread value) {
        return new Goal(text, false, bound, unit, value);
    }

    /** Whether the median keeps it. */
    public boolean met() {
        return atMost ? value.median() <= bound : value.median() >= bound;
    }

    String wanted() {
        return (atMost ? "≤ " : "≥ ") + figure(bound) + unit;
    }

    String measured() {
        return Double.isNaN(value.median())
                ? "not measured"
                : figure(value.median()) + unit + " (" + figure(value.min()) + "–" + figure(value.max()) + ")";
    }

    static String figure(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, value == Math.rint(value) || size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
