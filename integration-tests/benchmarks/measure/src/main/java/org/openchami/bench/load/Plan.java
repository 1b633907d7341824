package org.openchami.bench.load;

import java.time.Duration;
import java.util.List;

/**
 * How everything is measured.
 *
 * @param rounds how often
 * @param length of one measurement
 * @param warmUp how long each server is under load before, for each row
 * @param connections that are kept busy at once
 * @param jdks the servers'
 */
public record Plan(int rounds, Duration length, Duration warmUp, int connections, Cores cores, List<Jdk> jdks) {
    /** Options of a server's JVM: it counts its cores once, at the start. */
    public List<String> jvm() {
        return cores.pinned() ? List.of("-Xmx512m", "-XX:ActiveProcessorCount=1") : List.of("-Xmx512m");
    }
}
