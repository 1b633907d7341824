package org.openchami.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.openchami.auth.testing.process.OnPath;

/** The services' core, and the others: for the load, PostgreSQL and Hydra. */
public record Cores(int services, List<Integer> others) {
    /** Not pinned at all. */
    public static final Cores ANY = new Cores(-1, List.of());

    /** Those that this process may use; {@link #ANY} where there is one only, or no {@code taskset}. */
    public static Cores split() {
        List<Integer> allowed = allowed();
        return allowed.size() < 2 || OnPath.find("taskset").isEmpty() ? ANY : new Cores(allowed.get(0), allowed.subList(1, allowed.size()));
    }

    public boolean pinned() {
        return !others.isEmpty();
    }

    /** This process, and what it starts from now on. */
    public void takeOthers() {
        pin(ProcessHandle.current(), others.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    public void takeServices(ProcessHandle process) {
        pin(process, Integer.toString(services));
    }

    /** What a command begins with to run on the services' core from its first moment. */
    public List<String> servicesOnly() {
        return pinned() ? List.of("taskset", "-c", Integer.toString(services)) : List.of();
    }

    private void pin(ProcessHandle process, String list) {
        if (!pinned()) {
            return;
        }
        try {
            Process taskset = new ProcessBuilder("taskset", "-a", "-p", "-c", list, Long.toString(process.pid()))
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (!taskset.waitFor(10, TimeUnit.SECONDS) || taskset.exitValue() != 0) {
                throw new IllegalStateException("taskset can't pin process " + process.pid() + " to " + list + "; try --no-pin");
            }
        } catch (IOException e) {
            throw new IllegalStateException("taskset does not start; try --no-pin", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }

    private static List<Integer> allowed() {
        try {
            String list = Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("Cpus_allowed_list:"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst().orElse("");
            List<Integer> cores = new ArrayList<>();
            for (String range : list.isEmpty() ? new String[0] : list.split(",")) {
                String[] ends = range.split("-");
                IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])).forEach(cores::add);
            }
            return cores;
        } catch (IOException noLinux) {
            return List.of();
        }
    }

    @Override
    public String toString() {
        return pinned() ? "services on core " + services + ", the rest on " + others : "not pinned";
    }
}
