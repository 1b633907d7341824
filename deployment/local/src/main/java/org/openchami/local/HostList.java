package org.openchami.local;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A user asks bss for the hosts, for which bss reads smd's components as that user. */
record HostList(Http http, Addresses addresses, Tutorial tutorial, String user, String token) {
    static final String ROUTE = "/boot/v1/hosts";

    /** The xnames of the hosts. @throws LocalFailure if they are not those of the tutorial */
    Set<String> xnames() {
        Http.Answer answer = http.get(addresses.bss() + ROUTE, Http.bearer(token));
        if (answer.status() != 200) {
            throw new LocalFailure("GET " + ROUTE + " as " + user + " answered " + answer.status() + ": " + answer.body().strip());
        }
        Set<String> found = new TreeSet<>();
        answer.json().forEach(host -> found.add(host.path("ID").asText()));
        Set<String> expected = tutorial.nodes().stream().map(Tutorial.Node::xname).collect(Collectors.toCollection(TreeSet::new));
        if (!found.equals(expected)) {
            throw new LocalFailure("GET " + ROUTE + " as " + user + " lists " + found + "; expected " + expected + ".");
        }
        return found;
    }

    Map<String, String> expectedOfBss() {
        return Map.of("/service/name", "bss", "/event/outcome", "success", "/origin/kind", "user", "/origin/id", user);
    }

    Map<String, String> expectedOfSmd() {
        Map<String, String> expected = new HashMap<>(expectedOfBss());
        expected.put("/service/name", "smd");
        expected.put("/actor/client_id", "bss");
        return expected;
    }
}
