package org.openchami.auth.testing.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Stops a process and its children in mid-air (SIGSTOP) and lets them go on (SIGCONT): alive, connected, silent. */
public final class Freezer {
    private Freezer() {}

    public static void freeze(ProcessHandle root) {
        signal("STOP", root);
        // children born between the look and the signal
        signal("STOP", root);
    }

    public static void thaw(ProcessHandle root) {
        signal("CONT", root);
    }

    private static void signal(String name, ProcessHandle root) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "kill -" + name + " \"$@\" 2>/dev/null || true", "kill"));
        command.add(Long.toString(root.pid()));
        root.descendants().forEach(child -> command.add(Long.toString(child.pid())));
        try {
            Process kill = new ProcessBuilder(command).redirectErrorStream(true).start();
            if (!kill.waitFor(5, TimeUnit.SECONDS)) {
                throw new IllegalStateException("kill -" + name + " of process " + root.pid() + " did not end");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
