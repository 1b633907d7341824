package org.openchami.bench.services;

import java.io.PrintStream;
import java.util.List;

import org.openchami.bench.load.Plan;
import org.openchami.bench.load.Sample;
import org.openchami.bench.report.Finding;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** smd and bss as they are packaged, against the same services with authentication off. */
public record Services(Plan plan, PrintStream out) {
    public Finding measure() {
        out.println("Hydra, PostgreSQL, smd, bss, and both services with authentication off");
        try (Stage stage = Stage.set(plan)) {
            List<Row> rows = new Rows(stage).all();
            Proof.of(stage, rows);
            out.println("without a token: 200 where authentication is off, 401 where it is on; the measured answers are the same in both");
            List<Comparison> comparisons = new Rounds(plan, out).of(rows);
            return new Finding("smd and bss, with authentication off and on", new Table(comparisons) + "\n" + new Backing(stage).versions()
                    + ".\n", List.of(), samples(comparisons));
        }
    }

    private static JsonArray samples(List<Comparison> comparisons) {
        return new JsonArray(comparisons.stream().map(comparison -> new JsonObject().put("name", comparison.row().name())
                .put("off", Sample.json(comparison.open())).put("on", Sample.json(comparison.secured()))).toList());
    }
}
