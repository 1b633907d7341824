package org.openchami.bench.start;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.openchami.bench.load.App;
import org.openchami.bench.load.Get;
import org.openchami.bench.load.Jdk;
import org.openchami.bench.load.Load;
import org.openchami.bench.load.Plan;
import org.openchami.bench.peers.Authority;
import org.openchami.bench.peers.Variant;
import org.openchami.bench.report.Finding;

/** How long the small application takes to its first answer, and how much memory it occupies then: with the extension and without. */
public record Start(Plan plan, PrintStream out) {
    private static final int SOME_REQUESTS = 2000;
    private static final List<Variant> COMPARED = List.of(Variant.PLAIN, Variant.OURS, Variant.SMALLRYE_JWT);

    public Finding measure() {
        Map<Jdk, Map<Variant, List<StartSample>>> samples = new LinkedHashMap<>();
        try (Authority authority = Authority.start(); Load load = new Load(plan.connections())) {
            // the first round brings the files into memory, and does not count
            for (int round = 0; round <= plan.rounds(); round++) {
                out.println(round == 0 ? "first starts" : "starts, round " + round + " of " + plan.rounds());
                for (Jdk jdk : plan.jdks()) {
                    for (Variant variant : COMPARED) {
                        StartSample sample = sample(variant, authority, jdk, load);
                        if (round > 0) {
                            samples.computeIfAbsent(jdk, first -> new LinkedHashMap<>())
                                    .computeIfAbsent(variant, first -> new ArrayList<>()).add(sample);
                        }
                    }
                }
            }
        }
        return new StartScores(samples).finding();
    }

    private StartSample sample(Variant variant, Authority authority, Jdk jdk, Load load) {
        List<Get> requests = new ArrayList<>();
        Get warm = Variant.get(authority.tokens("RS256", 1).get(0));
        for (int i = 0; i < SOME_REQUESTS; i++) {
            requests.add(warm);
        }
        try (App app = App.start(variant.launch(authority, jdk, plan.jvm()), plan.cores())) {
            long first = app.target().memory();
            load.once(app.target(), requests);
            return new StartSample(app.start(), first, app.target().memory());
        }
    }
}
