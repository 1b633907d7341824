package org.openchami.bench.profile;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.openchami.bench.load.App;
import org.openchami.bench.load.Get;
import org.openchami.bench.load.Jdk;
import org.openchami.bench.load.Load;
import org.openchami.bench.load.Plan;
import org.openchami.bench.peers.Authority;
import org.openchami.bench.peers.Variant;
import org.openchami.bench.report.Finding;

import io.vertx.core.json.JsonArray;

/** Where the time goes in the extension: a flight recording under load, of one token over and over and of tokens never seen before. */
public record Profile(Plan plan, PrintStream out) {
    private static final Path TARGET = Path.of("benchmarks", "target");
    private static final List<String> PRECISELY = List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints");
    private static final int UNSEEN = 10_000;

    public Finding measure() {
        StringBuilder text = new StringBuilder();
        try (Authority authority = Authority.start(); Load load = new Load(plan.connections())) {
            List<Get> warm = authority.tokens("RS256", 1).stream().map(Variant::get).toList();
            List<Get> unseen = authority.tokens("RS256", UNSEEN).stream().map(Variant::get).toList();
            for (Jdk jdk : plan.jdks()) {
                List<String> jvm = new ArrayList<>(plan.jvm());
                jvm.addAll(PRECISELY);
                try (App app = App.start(Variant.OURS.launch(authority, jdk, jvm), plan.cores())) {
                    load.run(app.target(), warm, plan.warmUp());
                    text.append(recorded(app, jdk, "one token", () -> load.run(app.target(), warm, atLeast(plan.length()))));
                    text.append(recorded(app, jdk, "first sight", () -> load.once(app.target(), unseen)));
                }
            }
        }
        return new Finding("Where the time goes", text.toString(), List.of(), new JsonArray());
    }

    private static Duration atLeast(Duration length) {
        return length.toSeconds() < 10 ? Duration.ofSeconds(10) : length;
    }

    private String recorded(App app, Jdk jdk, String what, Runnable load) {
        out.println("profile, " + jdk + ", " + what);
        Path file = TARGET.resolve("profile-" + jdk.feature() + "-" + what.replace(' ', '-') + ".jfr").toAbsolutePath();
        order(app, jdk, "JFR.start", "name=bench", "settings=profile");
        load.run();
        order(app, jdk, "JFR.dump", "name=bench", "filename=" + file);
        order(app, jdk, "JFR.stop", "name=bench");
        return "### " + jdk + ", RS256, " + what + "\n\n" + Stacks.of(file).text() + "\n";
    }

    private static void order(App app, Jdk jdk, String... order) {
        List<String> command = new ArrayList<>(List.of(jdk.home().resolve("bin").resolve("jcmd").toString(),
                Long.toString(app.target().process().pid())));
        command.addAll(List.of(order));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("jcmd " + order[0] + " failed");
            }
        } catch (IOException e) {
            throw new IllegalStateException("jcmd does not start: a JDK is needed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }
}
