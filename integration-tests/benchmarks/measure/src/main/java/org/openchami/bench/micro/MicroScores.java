package org.openchami.bench.micro;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.openchami.bench.load.Jdk;
import org.openchami.bench.report.Finding;
import org.openchami.bench.report.Goal;
import org.openchami.bench.report.Grid;
import org.openchami.bench.report.Spread;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What JMH says: {@code hit}, {@code miss} and {@code bare}, each with an algorithm. */
record MicroScores(Map<Jdk, Map<String, List<Double>>> micros) {
    Finding finding() {
        List<Goal> goals = new ArrayList<>();
        Grid grid = new Grid("JDK", "what", "µs: median (min–max)");
        JsonArray json = new JsonArray();
        micros.forEach((jdk, scores) -> {
            for (String algorithm : List.of("RS256", "ES256")) {
                goals.add(Goal.atMost(jdk + ", " + algorithm + ", one token: cache hit", 1.2, " µs",
                        Spread.of(scores.get("hit, " + algorithm))));
                goals.add(Goal.atMost(jdk + ", " + algorithm + ", one token: miss / bare signature", 1.25, "×",
                        ratio(scores.get("miss, " + algorithm), scores.get("bare, " + algorithm))));
            }
            scores.forEach((name, values) -> {
                Spread spread = Spread.of(values);
                grid.row(List.of(jdk.feature(), name, String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", spread.median(), spread.min(),
                        spread.max())));
                json.add(new JsonObject().put("name", name + ", " + jdk).put("microseconds", new JsonArray(values)));
            });
        });
        return new Finding("One token, without a server (JMH)", grid.toString(), goals, json);
    }

    private static Spread ratio(List<Double> values, List<Double> others) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            ratios.add(values.get(i) / others.get(i));
        }
        return Spread.of(ratios);
    }
}
