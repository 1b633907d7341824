package org.openchami.bench;

import java.net.URI;
import java.time.Duration;

/** A service under load. */
record Target(String name, URI url, ProcessHandle process) {
    /** User and system time that it has used so far, to a hundredth of a second: on Linux from {@code /proc/<pid>/stat}. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow(() -> new IllegalStateException(name + " has ended"));
    }
}
