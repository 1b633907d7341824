package org.openchami.bench.services;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.openchami.auth.testing.http.Answer;
import org.openchami.bench.load.Get;

/** Shows, before anything is measured, that the two services of a pair differ in nothing but authentication. */
final class Proof {
    /** A key that Hydra made a moment ago is not known to a service at once. */
    private static final Duration NEW_KEY = Duration.ofSeconds(60);

    private Proof() {}

    static void of(Stage stage, List<Row> rows) {
        String xname = stage.world().tutorial().node(2).xname();
        guarded(new Get("/hsm/v2/State/Components/" + xname, Map.of()), stage.openSmd().url(), stage.smd().url());
        guarded(new Get("/boot/v1/bootparameters", Map.of()), stage.openBss().url(), stage.bss().url());
        rows.forEach(Proof::same);
    }

    private static void guarded(Get withoutToken, URI open, URI secured) {
        require(withoutToken.to(open).status() == 200, withoutToken + " without a token is not answered by " + open);
        require(withoutToken.to(secured).status() == 401, withoutToken + " without a token is not refused by " + secured);
    }

    private static void same(Row row) {
        for (Get request : row.requests().get().subList(0, 5)) {
            Answer secured = Awaitility.await(row.name()).atMost(NEW_KEY).pollInterval(Duration.ofMillis(500))
                    .until(() -> request.to(row.secured().url()), answer -> answer.status() == 200);
            Answer open = request.to(row.open().url());
            require(open.status() == 200 && open.body().equals(secured.body()), row.name() + ": the two answer differently to " + request);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
