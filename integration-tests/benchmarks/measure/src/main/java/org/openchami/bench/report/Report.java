package org.openchami.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** All findings of a run, for readers and for programs. */
public record Report(Map<String, String> facts, List<Finding> findings) {
    /** In Markdown. */
    public String text() {
        StringBuilder text = new StringBuilder("# What authentication costs: a report\n\nWritten by `integration-tests/benchmarks/run`; "
                + "[benchmarks.md](benchmarks.md) says what the figures mean.\n\n");
        Grid machine = new Grid("what", "which");
        facts.forEach((name, value) -> machine.row(List.of(name, value)));
        text.append(machine);
        if (findings.stream().anyMatch(finding -> !finding.goals().isEmpty())) {
            text.append("\n## Goals\n\n").append(goals());
        }
        findings.forEach(finding -> text.append("\n## ").append(finding.title()).append("\n\n").append(finding.text()));
        return text.toString();
    }

    private Grid goals() {
        Grid goals = new Grid("what", "goal", "measured: median (min–max)", "");
        findings.stream().flatMap(finding -> finding.goals().stream())
                .forEach(goal -> goals.row(List.of(goal.text(), goal.wanted(), goal.measured(), goal.met() ? "met" : "**not met**")));
        return goals;
    }

    /** {@code report.md} and {@code report.json}. */
    public void write(Path directory) {
        JsonObject json = new JsonObject().put("facts", new JsonObject(Map.copyOf(facts)));
        findings.forEach(finding -> json.put(finding.title(), finding.samples()));
        json.put("goals", new JsonArray(findings.stream().flatMap(finding -> finding.goals().stream()).map(Report::json).toList()));
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("report.md"), text());
            Files.writeString(directory.resolve("report.json"), json.encodePrettily() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject json(Goal goal) {
        return new JsonObject().put("what", goal.text()).put("goal", goal.wanted()).put("median", goal.value().median())
                .put("min", goal.value().min()).put("max", goal.value().max()).put("met", goal.met());
    }
}
