package org.openchami.bench.flood;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

import org.openchami.bench.load.App;
import org.openchami.bench.load.Get;
import org.openchami.bench.load.Jdk;
import org.openchami.bench.load.Latencies;
import org.openchami.bench.load.Pace;
import org.openchami.bench.load.Plan;
import org.openchami.bench.load.Target;
import org.openchami.bench.peers.Authority;
import org.openchami.bench.peers.Variant;
import org.openchami.bench.report.Finding;

/** Forged tokens beside valid callers: what they cost the server, and what they cost the valid ones. */
public record Flood(Plan plan, PrintStream out) {
    static final int VALID_PER_SECOND = 1000;
    static final int OTHERS_PER_SECOND = 10_000;
    private static final int VALID_CONNECTIONS = 16;
    private static final int OTHER_CONNECTIONS = 256;

    public Finding measure() {
        Map<Jdk, Map<Phase, List<FloodSample>>> samples = new LinkedHashMap<>();
        try (Authority authority = Authority.start()) {
            for (Jdk jdk : plan.jdks()) {
                out.println("flood, " + jdk);
                try (App app = App.start(Variant.OURS_METERED.launch(authority, jdk, plan.jvm()), plan.cores())) {
                    samples.put(jdk, measure(app.target(), authority));
                }
            }
        }
        return new FloodScores(samples).finding();
    }

    private Map<Phase, List<FloodSample>> measure(Target target, Authority authority) {
        Map<Phase, List<FloodSample>> samples = new EnumMap<>(Phase.class);
        List<Get> known = authority.tokens("RS256", 100).stream().map(Variant::get).toList();
        Forgeries forgeries = Forgeries.of(authority);
        try (Pace valid = new Pace(target, VALID_CONNECTIONS); Pace others = new Pace(target, OTHER_CONNECTIONS)) {
            for (Phase phase : Phase.values()) {
                sample(phase, target, valid, others, known, forgeries, plan.warmUp());
            }
            for (int round = 1; round <= plan.rounds(); round++) {
                for (Phase phase : Phase.values()) {
                    FloodSample sample = sample(phase, target, valid, others, known, forgeries, plan.length());
                    sample.requireValidLetIn();
                    samples.computeIfAbsent(phase, first -> new ArrayList<>()).add(sample);
                }
            }
        }
        return samples;
    }

    private static FloodSample sample(Phase phase, Target target, Pace valid, Pace others, List<Get> known, Forgeries forgeries,
            Duration length) {
        int seconds = (int) length.toSeconds();
        List<Get> calls = repeated(known, VALID_PER_SECOND * seconds);
        List<Get> beside = switch (phase) {
            case CALM -> List.of();
            case CROWD -> repeated(known, OTHERS_PER_SECOND * seconds);
            case FLOOD -> forgeries.requests(OTHERS_PER_SECOND * seconds);
        };
        Signatures signatures = new Signatures(target);
        OptionalLong before = signatures.count();
        Duration cpu = target.cpu();
        long start = System.nanoTime();
        CompletableFuture<Latencies> measured = valid.send(calls, VALID_PER_SECOND, length);
        Latencies crowd = others.send(beside, OTHERS_PER_SECOND, length).join();
        Latencies latencies = measured.join();
        double busy = (double) target.cpu().minus(cpu).toNanos() / (System.nanoTime() - start);
        OptionalLong checked = before.isEmpty() ? before : OptionalLong.of(signatures.count().orElseThrow() - before.getAsLong());
        return new FloodSample(latencies, crowd, (double) crowd.answers() / seconds, checked, busy);
    }

    private static List<Get> repeated(List<Get> requests, int count) {
        List<Get> repeated = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            repeated.add(requests.get(i % requests.size()));
        }
        return repeated;
    }
}
