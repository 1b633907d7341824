package org.openchami.bench.flood;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

import org.openchami.bench.load.Jdk;
import org.openchami.bench.report.Finding;
import org.openchami.bench.report.Goal;
import org.openchami.bench.report.Grid;
import org.openchami.bench.report.Spread;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What the flood did. */
record FloodScores(Map<Jdk, Map<Phase, List<FloodSample>>> samples) {
    Finding finding() {
        List<Goal> goals = new ArrayList<>();
        Grid grid = new Grid("JDK", "beside the valid callers", "others: answers/s", "with status", "signatures checked", "valid p50 ms",
                "valid p99 ms", "p99 / calm", "p99 / crowd", "valid unanswered", "busy");
        JsonArray json = new JsonArray();
        samples.forEach((jdk, phases) -> {
            goals.add(Goal.atMost(jdk + ", flood of forged tokens: signatures checked", 0, "", spread(phases.get(Phase.FLOOD),
                    sample -> sample.signatures().isPresent() ? sample.signatures().getAsLong() : Double.NaN)));
            goals.add(
                    Goal.atMost(jdk + ", flood of forged tokens: valid callers' p99, flood / calm", 1.1, "×",
                            ratio(phases, Phase.FLOOD, Phase.CALM)));
            phases.forEach((phase, list) -> {
                grid.row(List.of(jdk.feature(), phase.name().toLowerCase(Locale.ROOT), text("%.0f", list, FloodSample::beside),
                        statuses(list), list.get(0).signatures().isEmpty()
                                ? "not counted"
                                : text("%.0f", list, sample -> sample.signatures().orElseThrow()),
                        text("%.3f", list, FloodSample::median), text("%.3f", list, FloodSample::p99),
                        String.format(Locale.ROOT, "%.2f", ratio(phases, phase, Phase.CALM).median()),
                        String.format(Locale.ROOT, "%.2f", ratio(phases, phase, Phase.CROWD).median()),
                        text("%.0f", list, FloodSample::unanswered),
                        text("%.2f", list, FloodSample::busy)));
                json.add(new JsonObject().put("name", phase + ", " + jdk).put("samples",
                        new JsonArray(list.stream().map(FloodSample::json).toList())));
            });
        });
        return new Finding("A flood of forged tokens", grid + "\nForged, in turns: " + String.join(", ", Forgeries.KINDS) + ". "
                + Flood.OTHERS_PER_SECOND + " a second are sent beside " + Flood.VALID_PER_SECOND
                + " valid calls a second; \"crowd\" is as many valid calls of others.\n", goals, json);
    }

    private static Spread ratio(Map<Phase, List<FloodSample>> phases, Phase phase, Phase base) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < phases.get(phase).size(); i++) {
            ratios.add(phases.get(phase).get(i).p99() / phases.get(base).get(i).p99());
        }
        return Spread.of(ratios);
    }

    private static String statuses(List<FloodSample> list) {
        Map<Integer, Integer> all = new TreeMap<>();
        list.forEach(sample -> sample.others().statuses().forEach((status, count) -> all.merge(status, count, Integer::sum)));
        return all.isEmpty() ? "-" : all.keySet().toString().replaceAll("[\\[\\]]", "");
    }

    private static Spread spread(List<FloodSample> list, ToDoubleFunction<FloodSample> figure) {
        return Spread.of(list.stream().map(figure::applyAsDouble).toList());
    }

    private static String text(String format, List<FloodSample> list, ToDoubleFunction<FloodSample> figure) {
        return String.format(Locale.ROOT, format, spread(list, figure).median());
    }
}
