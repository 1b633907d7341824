package org.openchami.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sets the stage, proves that it is sound, measures, and tells. */
record Benchmark(Options options, PrintStream out) {
    private static final Path REPORT = Path.of("benchmarks", "target", "benchmark.json");

    void run() {
        Map<String, String> facts = new LinkedHashMap<>(Machine.hardware());
        Cores cores = options.pinned() ? Cores.split() : Cores.ANY;
        cores.takeOthers();
        facts.put("cores", cores.toString());
        out.println("Hydra, PostgreSQL, smd, bss, and both services with authentication off");
        try (Stage stage = Stage.set(cores)) {
            facts.putAll(Machine.software(stage));
            facts.forEach((name, value) -> out.printf("  %-15s %s%n", name, value));
            List<Row> rows = new Rows(stage).all();
            Proof.of(stage, rows);
            out.println("without a token: 200 where authentication is off, 401 where it is on; the measured answers are the same in both");
            List<Comparison> comparisons = new Rounds(options, out).of(rows);
            new Table(comparisons).print(out);
            new Report(options, facts, comparisons).write(REPORT);
            out.println("every sample: integration-tests/" + REPORT);
        }
    }
}
