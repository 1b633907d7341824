package org.openchami.local;

import java.util.Map;
import java.util.Set;

/** Loads the tutorial into smd and bss as a user; what is there already stays. */
record Loading(Http http, Addresses addresses, Tutorial tutorial, String token) {

    void nodes() {
        Inventory inventory = new Inventory(tutorial.nodes());
        send("POST", addresses.smd() + "/hsm/v2/State/Components", inventory.components(), Set.of(204));
        for (Map<String, Object> endpoint : inventory.redfishEndpoints()) {
            send("POST", addresses.smd() + "/hsm/v2/Inventory/RedfishEndpoints", endpoint, Set.of(201, 409));
        }
    }

    void bootParameters() {
        Tutorial.Boot boot = tutorial.boot();
        Map<String, Object> body = Map.of("macs", boot.macs(), "kernel", boot.kernel(), "initrd", boot.initrd(), "params", boot.params());
        send("PUT", addresses.bss() + "/boot/v1/bootparameters", body, Set.of(200));
    }

    private void send(String method, String url, Object body, Set<Integer> expected) {
        Http.Answer answer = http.send(method, url, body, Http.bearer(token));
        if (!expected.contains(answer.status())) {
            throw new LocalFailure(method + " " + url + " answered " + answer.status() + ": " + answer.body().strip());
        }
    }
}
