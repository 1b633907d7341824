package org.openchami.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.openchami.bench.load.Jdk;
import org.openchami.bench.load.Plan;
import org.openchami.bench.peers.Variant;
import org.openchami.bench.report.Finding;
import org.openchami.bench.report.Machine;
import org.openchami.bench.report.Report;

/** Measures one part after the other, and tells after each what is known so far. */
record Benchmark(Options options, PrintStream out) {
    private static final Path DIRECTORY = Path.of("benchmarks", "target");

    void run() {
        Map<String, String> facts = facts();
        options.plan().cores().takeOthers();
        List<Finding> findings = new ArrayList<>();
        for (Part part : options.parts()) {
            findings.add(part.measure(options.plan(), out));
            new Report(facts, findings).write(DIRECTORY);
        }
        out.println(new Report(facts, findings).text());
        out.println("as a file, and every sample: integration-tests/" + DIRECTORY + "/report.md and report.json");
    }

    private Map<String, String> facts() {
        Plan plan = options.plan();
        Map<String, String> facts = Machine.hardware();
        facts.putAll(Machine.software(Variant.OURS.jar()));
        facts.put("JDKs",
                plan.jdks().stream().map(Jdk::version).collect(Collectors.joining(", ")) + "; the load on " + Jdk.own().version());
        facts.put("servers' JVMs", String.join(" ", plan.jvm()));
        facts.put("cores", plan.cores().toString());
        facts.put("rounds", plan.rounds() + " of " + plan.length().toSeconds() + " s after " + plan.warmUp().toSeconds()
                + " s of warm-up; " + plan.connections() + " connections");
        return facts;
    }
}
