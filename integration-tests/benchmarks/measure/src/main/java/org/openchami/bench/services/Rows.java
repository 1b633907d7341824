package org.openchami.bench.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.openchami.auth.testing.hydra.HydraOptions;
import org.openchami.bench.load.Get;
import org.openchami.it.world.PlayedService;
import org.openchami.it.world.Tutorial.Node;

/** What is measured. The five nodes of the tutorial take turns. */
record Rows(Stage stage) {
    /** So many different contexts come in one measurement, over and over: signing them must not take longer than sending them. */
    private static final int CONTEXTS = 500;

    List<Row> all() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("bss, boot script; a node, no token", stage.openBss().target(), stage.bss(), this::bootScripts));
        PlayedService bss = PlayedService.bss(stage.world());
        Tokens own = Tokens.issue(stage.world(), bss, HydraOptions.OWN_DEFAULT);
        Tokens.sign(stage.world(), "ES256");
        Tokens elliptic = Tokens.issue(stage.world(), bss, "ES256");
        for (Tokens tokens : List.of(elliptic, own)) {
            rows.add(new Row("smd, component; user token, " + tokens.algorithm(), stage.openSmd().target(), stage.smd(),
                    () -> asUser(tokens.user())));
            rows.add(new Row("smd, component; bss token, " + tokens.algorithm() + ", Call-Context", stage.openSmd().target(), stage.smd(),
                    () -> asService(bss, tokens.service())));
        }
        return rows;
    }

    private List<Node> nodes() {
        return stage.world().tutorial().nodes();
    }

    private List<Get> bootScripts() {
        return nodes().stream().map(node -> new Get("/boot/v1/bootscript?mac=" + node.mac(), Map.of("X-Forwarded-For", node.ip())))
                .toList();
    }

    private List<Get> asUser(String token) {
        return nodes().stream().map(node -> component(node, Map.of("Authorization", "Bearer " + token))).toList();
    }

    private List<Get> asService(PlayedService bss, String token) {
        NodeContexts contexts = new NodeContexts(bss, token);
        List<Get> requests = new ArrayList<>();
        for (int i = 0; i < CONTEXTS; i++) {
            Node node = nodes().get(i % nodes().size());
            requests.add(component(node, Map.of("Authorization", "Bearer " + token, "Call-Context", contexts.sign(node, i))));
        }
        return requests;
    }

    private static Get component(Node node, Map<String, String> headers) {
        return new Get("/hsm/v2/State/Components/" + node.xname(), headers);
    }
}
