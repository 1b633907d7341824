package org.openchami.local;

import java.util.HashMap;
import java.util.Map;

/** A node asks for its boot script with no token, the way the gateway delivers its request. */
record NodeBoot(Http http, Addresses addresses, Tutorial tutorial, Tutorial.Node node) {
    static final String ROUTE = "/boot/v1/bootscript";

    String url() {
        return addresses.bss() + ROUTE + "?mac=" + node.mac();
    }

    /** @throws LocalFailure if the script is not the tutorial's, to the letter */
    String script() {
        Http.Answer answer = http.get(url(), Map.of("X-Forwarded-For", node.ip()));
        String expected = BootScript.expected(tutorial, node);
        if (answer.status() != 200 || !answer.body().equals(expected)) {
            throw new LocalFailure(
                    "GET " + url() + " answered " + answer.status() + " and not the script of " + node.name() + ".\nAnswer:\n"
                            + answer.body().indent(4) + "Expected:\n" + expected.indent(4).stripTrailing());
        }
        return answer.body();
    }

    Map<String, String> expectedOfBss() {
        return Map.of(
                "/service/name", "bss",
                "/event/outcome", "success",
                "/origin/kind", "node",
                "/origin/id", node.xname(),
                "/origin/mac", node.mac(),
                "/origin/ip", node.ip(),
                "/origin/assurance", "network",
                "/purpose", "boot.script");
    }

    Map<String, String> expectedOfSmd() {
        Map<String, String> expected = new HashMap<>(expectedOfBss());
        expected.put("/service/name", "smd");
        expected.put("/actor/client_id", "bss");
        return expected;
    }
}
