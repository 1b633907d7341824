package org.openchami.it.fault;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;
import org.openchami.it.world.NodeCall;
import org.openchami.it.world.RunningService;
import org.openchami.it.world.Tutorial.Node;
import org.openchami.it.world.World;

/** Everybody who has a right to an answer. */
record Callers(World world) {
    /** Users with this token, nodes that smd knows, and nodes that it doesn't, for which bss must ask smd with its own token each time. */
    Map<String, Supplier<String>> with(String token) {
        Map<String, Supplier<String>> callers = new TreeMap<>();
        callers.put("user of smd", () -> userOfSmd(token));
        callers.put("user of smd through bss", () -> userOfBss(token));
        callers.put("node", this::node);
        AtomicInteger number = new AtomicInteger();
        callers.put("unknown node", () -> unknownNode(number.incrementAndGet()));
        return callers;
    }

    String userOfSmd(String token) {
        return ok(user(world.smd().url() + "/hsm/v2/State/Components", token));
    }

    /** What bss answers comes from smd, which is asked in the user's name. */
    String userOfBss(String token) {
        return ok(user(world.bss().url() + "/boot/v1/hosts", token));
    }

    /** What this one answers is its own: it needs Hydra's keys alone. */
    static String userOfNobodyElse(RunningService bss, String token) {
        return ok(user(bss.url() + "/boot/v1/bootparameters", token));
    }

    /** Routes that are open, and ask the same database. */
    String anybody() {
        return ok(Call.to(world.smd().url(), "/hsm/v2/service/ready").get())
                + ok(Call.to(world.bss().url(), "/boot/v1/service/storage/status").get());
    }

    private String node() {
        Node node = world.tutorial().node(5);
        Answer answer = NodeCall.boot(world, node).answer();
        return answer.body().equals(world.tutorial().script(node)) ? "" : answer + " " + answer.body();
    }

    String unknownNode(int number) {
        String mac = "52:54:00:bb:%02x:%02x".formatted(number / 256 % 256, number % 256);
        Answer answer = NodeCall.direct(world, "/boot/v1/bootscript?mac=" + mac).answer();
        return answer.body().contains("&arch=${buildarch}") ? "" : answer + " " + answer.body();
    }

    private static Answer user(String url, String token) {
        return Call.to(URI.create(url)).header("Authorization", "Bearer " + token).get();
    }

    private static String ok(Answer answer) {
        return answer.status() == 200 ? "" : answer + " " + answer.body();
    }
}
