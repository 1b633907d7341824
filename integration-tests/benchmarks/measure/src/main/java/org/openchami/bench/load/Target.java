package org.openchami.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A server under load. */
public record Target(String name, URI url, ProcessHandle process) {
    /** User and system time that it has used so far, to a hundredth of a second: on Linux from {@code /proc/<pid>/stat}. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow(() -> new IllegalStateException(name + " has ended"));
    }

    /** Memory that it occupies now (resident set size), in bytes. */
    public long memory() {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            String size = lines.filter(line -> line.startsWith("VmRSS:")).findFirst()
                    .orElseThrow(() -> new IllegalStateException(name + " has ended"));
            return Long.parseLong(size.replaceAll("[^0-9]", "")) * 1024;
        } catch (IOException e) {
            throw new IllegalStateException("the memory of " + name + " can't be read", e);
        }
    }
}
