package org.openchami.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where it was measured, and what: without these no figure means anything. */
public final class Machine {
    private Machine() {}

    /** Before anything is pinned or under load. */
    public static Map<String, String> hardware() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("time", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
        facts.put("cpu", cpu() + ", " + Runtime.getRuntime().availableProcessors() + " cores");
        facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        facts.put("load before", String.format(Locale.ROOT, "%.2f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        return facts;
    }

    /** As the application has them whose {@code quarkus-run.jar} this is, not as this process does. */
    public static Map<String, String> software(Path jar) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("product", library(jar, "org.openchami.openchami-auth") + ", commit "
                + System.getProperty("benchmark.commit", "unknown"));
        facts.put("libraries", "Quarkus " + library(jar, "io.quarkus.quarkus-core") + ", Vert.x " + library(jar, "io.vertx.vertx-core")
                + ", SmallRye JWT " + library(jar, "io.smallrye.smallrye-jwt") + ", jose4j " + library(jar, "org.bitbucket.b_c.jose4j"));
        return facts;
    }

    private static String cpu() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name")).map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown cpu");
        } catch (IOException noLinux) {
            return "unknown cpu";
        }
    }

    private static String library(Path jar, String name) {
        Pattern file = Pattern.compile(Pattern.quote(name) + "-([0-9].*)\\.jar");
        try (Stream<Path> jars = Files.list(jar.resolveSibling("lib").resolve("main"))) {
            return jars.map(path -> file.matcher(path.getFileName().toString())).filter(Matcher::matches).map(found -> found.group(1))
                    .findFirst().orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
