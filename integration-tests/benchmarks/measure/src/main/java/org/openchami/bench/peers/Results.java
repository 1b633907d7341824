package org.openchami.bench.peers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.openchami.bench.load.Sample;
import org.openchami.bench.report.Spread;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The samples of all rounds: those of one round were taken right after each other. */
record Results(Map<Cell, List<Sample>> samples) {
    static Results none() {
        return new Results(new LinkedHashMap<>());
    }

    void add(Cell cell, Sample sample) {
        samples.computeIfAbsent(cell, first -> new ArrayList<>()).add(sample);
    }

    Spread of(Cell cell, ToDoubleFunction<Sample> figure) {
        return Spread.of(samples.get(cell).stream().map(figure::applyAsDouble).toList());
    }

    /** One by the other, round by round. */
    Spread ratio(Cell cell, Cell other, ToDoubleFunction<Sample> figure) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < samples.get(cell).size(); i++) {
            ratios.add(figure.applyAsDouble(samples.get(cell).get(i)) / figure.applyAsDouble(samples.get(other).get(i)));
        }
        return Spread.of(ratios);
    }

    JsonArray json() {
        return new JsonArray(
                samples.entrySet().stream().map(entry -> new JsonObject().put("name", String.join(", ", entry.getKey().words()))
                        .put("samples", Sample.json(entry.getValue()))).toList());
    }
}
