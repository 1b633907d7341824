package org.openchami.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Everything that was measured, for programs. */
record Report(Options options, Map<String, String> facts, List<Comparison> comparisons) {
    void write(Path file) {
        JsonArray rows = new JsonArray();
        comparisons.forEach(comparison -> rows.add(new JsonObject().put("name", comparison.row().name())
                .put("ratio", new JsonObject().put("requests_per_second", spread(comparison.ratio(Sample::perSecond)))
                        .put("cpu_per_request", spread(comparison.ratio(Sample::cpuMicros))))
                .put("off", samples(comparison.open())).put("on", samples(comparison.secured()))));
        JsonObject report = new JsonObject().put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("facts", new JsonObject(Map.copyOf(facts)))
                .put("options", new JsonObject().put("rounds", options.rounds()).put("seconds", options.length().toSeconds())
                        .put("warm_up_seconds", options.warmUp().toSeconds()).put("connections", options.connections())
                        .put("pinned", options.pinned()))
                .put("rows", rows);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, report.encodePrettily() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject spread(Spread spread) {
        return new JsonObject().put("median", spread.median()).put("min", spread.min()).put("max", spread.max());
    }

    private static JsonArray samples(List<Sample> samples) {
        JsonArray array = new JsonArray();
        samples.forEach(
                sample -> array.add(new JsonObject().put("requests", sample.requests()).put("seconds", sample.time().toNanos() / 1e9)
                        .put("cpu_seconds", sample.cpu().toNanos() / 1e9)));
        return array;
    }
}
