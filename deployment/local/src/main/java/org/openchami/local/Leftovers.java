package org.openchami.local;

import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** Processes of an earlier run whose launcher was killed before it could end them. */
record Leftovers(EnvFile env) {
    static final String PID = "_PID";

    /** What to do about them, as a sentence; empty if there are none. */
    String cure() {
        String pids = env.read().entrySet().stream()
                .filter(value -> value.getKey().endsWith(PID))
                .map(Map.Entry::getValue)
                .filter(this::isOfThatRun)
                .collect(Collectors.joining(" "));
        return pids.isEmpty() ? "" : "Processes of an earlier run that was killed are still there; end them with: kill " + pids;
    }

    /** The number may belong to another process by now, one that began later. */
    private boolean isOfThatRun(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().startInstant())
                .filter(begun -> begun.isBefore(written()))
                .isPresent();
    }

    private Instant written() {
        return Instant.ofEpochMilli(env.path().toFile().lastModified()).plusSeconds(Files.exists(env.path()) ? 1 : 0);
    }
}
