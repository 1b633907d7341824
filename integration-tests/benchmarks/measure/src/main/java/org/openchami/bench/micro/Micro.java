package org.openchami.bench.micro;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.openchami.bench.load.Jdk;
import org.openchami.bench.load.Plan;
import org.openchami.bench.peers.Authority;
import org.openchami.bench.report.Finding;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** One verification by itself: JMH, in a JVM of its own each round. */
public record Micro(Plan plan, PrintStream out) {
    private static final Path TARGET = Path.of("benchmarks", "micro", "target");
    private static final int TOKENS = 1000;

    /** What runs in a JVM of its own: its name, and whether verdicts are remembered there. */
    private enum Kind {
        HIT,
        MISS,
        BARE
    }

    public Finding measure() {
        Map<Jdk, Map<String, List<Double>>> micros = new LinkedHashMap<>();
        try (Authority authority = Authority.start()) {
            authority.write(TOKENS);
            for (int round = 1; round <= plan.rounds(); round++) {
                out.println("JMH, round " + round + " of " + plan.rounds());
                for (Jdk jdk : plan.jdks()) {
                    Map<String, List<Double>> scores = micros.computeIfAbsent(jdk, first -> new TreeMap<>());
                    for (Kind kind : Kind.values()) {
                        scores(kind, jdk, authority)
                                .forEach((name, score) -> scores.computeIfAbsent(name, first -> new ArrayList<>()).add(score));
                    }
                }
            }
        }
        return new MicroScores(micros).finding();
    }

    /** By the name of the method and the algorithm, in microseconds. */
    private Map<String, Double> scores(Kind kind, Jdk jdk, Authority authority) {
        Path result = TARGET.resolve("jmh.json").toAbsolutePath();
        String seconds = Long.toString(Math.min(2, plan.length().toSeconds()));
        List<String> command = new ArrayList<>(plan.cores().servicesOnly());
        command.addAll(List.of(jdk.java().toString(), "-Xmx512m", "-Dbenchmark.tokens=" + authority.directory(),
                "-Dopenchami.auth.authority=" + authority.url(), "-Dopenchami.auth.store.kind=memory",
                "-Dopenchami.auth.token.cache-size=" + (kind == Kind.MISS ? 0 : 2 * TOKENS), "-jar",
                TARGET.resolve("quarkus-app").resolve("quarkus-run.jar").toString(), "\\." + kind.name().toLowerCase(Locale.ROOT) + "$",
                "-wi", "1", "-w", Long.toString(plan.warmUp().toSeconds()), "-i", "3", "-r", seconds, "-rf", "json", "-rff",
                result.toString()));
        run(command);
        Map<String, Double> scores = new TreeMap<>();
        try {
            for (Object one : new JsonArray(Files.readString(result))) {
                JsonObject benchmark = (JsonObject) one;
                scores.put(kind.name().toLowerCase(Locale.ROOT) + ", " + benchmark.getJsonObject("params").getString("algorithm"),
                        benchmark.getJsonObject("primaryMetric").getDouble("score"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scores;
    }

    private static void run(List<String> command) {
        Path log = TARGET.resolve("jmh.log");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.to(log.toFile())).start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("JMH failed; see integration-tests/" + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }
}
