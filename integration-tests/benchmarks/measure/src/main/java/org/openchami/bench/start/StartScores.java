package org.openchami.bench.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;

import org.openchami.bench.load.Jdk;
import org.openchami.bench.peers.Variant;
import org.openchami.bench.report.Finding;
import org.openchami.bench.report.Goal;
import org.openchami.bench.report.Grid;
import org.openchami.bench.report.Spread;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What the starts say. */
record StartScores(Map<Jdk, Map<Variant, List<StartSample>>> samples) {
    Finding finding() {
        List<Goal> goals = new ArrayList<>();
        Grid grid = new Grid("JDK", "guard", "first answer after ms (min)", "memory then, MB", "after 2,000 requests, MB");
        JsonArray json = new JsonArray();
        samples.forEach((jdk, variants) -> {
            goals.add(Goal.atMost(jdk + ", start to the first 200: ours / plain", 1.15, "×",
                    compared(variants, StartSample::millis, (ours, plain) -> ours / plain)));
            goals.add(Goal.atMost(jdk + ", memory at the first 200: ours - plain", 12, " MB",
                    compared(variants, StartSample::firstMegabytes, (ours, plain) -> ours - plain)));
            variants.forEach((variant, list) -> {
                Spread millis = spread(list, StartSample::millis);
                grid.row(List.of(jdk.feature(), variant.toString(), text(millis.median()) + " (" + text(millis.min()) + ")",
                        text(spread(list, StartSample::firstMegabytes).median()),
                        text(spread(list, StartSample::laterMegabytes).median())));
                json.add(new JsonObject().put("name", variant + ", " + jdk).put("samples",
                        new JsonArray(list.stream().map(StartSample::json).toList())));
            });
        });
        return new Finding("Start and memory", grid.toString(), goals, json);
    }

    private static Spread compared(Map<Variant, List<StartSample>> variants, ToDoubleFunction<StartSample> figure,
            DoubleBinaryOperator comparison) {
        List<StartSample> ours = variants.get(Variant.OURS);
        List<StartSample> plain = variants.get(Variant.PLAIN);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            values.add(comparison.applyAsDouble(figure.applyAsDouble(ours.get(i)), figure.applyAsDouble(plain.get(i))));
        }
        return Spread.of(values);
    }

    private static Spread spread(List<StartSample> list, ToDoubleFunction<StartSample> figure) {
        return Spread.of(list.stream().map(figure::applyAsDouble).toList());
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
