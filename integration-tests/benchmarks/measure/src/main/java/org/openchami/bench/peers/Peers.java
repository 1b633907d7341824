package org.openchami.bench.peers;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.openchami.bench.load.App;
import org.openchami.bench.load.Jdk;
import org.openchami.bench.load.Load;
import org.openchami.bench.load.Plan;
import org.openchami.bench.peers.Traffic.Kind;
import org.openchami.bench.report.Finding;

/** The same small application behind this extension, behind others and behind nothing, on every JDK, in turns. */
public record Peers(Plan plan, PrintStream out) {
    static final List<String> ALGORITHMS = List.of("RS256", "ES256");
    private static final List<Variant> COMPARED = List.of(Variant.PLAIN, Variant.OURS, Variant.SMALLRYE_JWT, Variant.OIDC,
            Variant.OURS_AUDITED);

    private record Server(Variant variant, Jdk jdk, App app) {}

    public Finding measure() {
        List<Server> servers = new ArrayList<>();
        try (Authority authority = Authority.start(); Load load = new Load(plan.connections())) {
            out.println("tokens");
            List<Traffic> rows = new ArrayList<>();
            for (Kind kind : Kind.values()) {
                ALGORITHMS.forEach(algorithm -> rows.add(Traffic.of(kind, algorithm, authority, plan.rounds())));
            }
            for (Jdk jdk : plan.jdks()) {
                COMPARED.forEach(variant -> servers.add(start(variant, authority, jdk)));
            }
            out.println("warm-up");
            rounds(load, servers, rows, plan.warmUp(), Results.none());
            Results results = Results.none();
            for (int round = 1; round <= plan.rounds(); round++) {
                out.println("round " + round + " of " + plan.rounds());
                // nobody is always the first after a pause, or always the next after the same neighbour
                Collections.rotate(servers, round % 2 == 0 ? 3 : 1);
                rounds(load, servers, rows, plan.length(), results);
            }
            return new Scores(plan.jdks(), results).finding();
        } finally {
            servers.forEach(server -> server.app().close());
        }
    }

    private Server start(Variant variant, Authority authority, Jdk jdk) {
        out.println(variant + ", " + jdk);
        return new Server(variant, jdk, App.start(variant.launch(authority, jdk, plan.jvm()), plan.cores()));
    }

    private static void rounds(Load load, List<Server> servers, List<Traffic> rows, Duration length, Results results) {
        for (Traffic row : rows) {
            for (Server server : servers) {
                if (server.variant() != Variant.OURS_AUDITED || row.kind() == Kind.WARM) {
                    results.add(Cell.of(row, server.jdk(), server.variant()), row.measure(load, server.app().target(), length));
                }
            }
            row.next();
        }
    }
}
