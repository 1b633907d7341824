package org.openchami.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.openchami.bench.load.Cores;
import org.openchami.bench.load.Jdk;
import org.openchami.bench.load.Plan;

/** What the command line says. */
record Options(Plan plan, List<Part> parts) {
    static final String USAGE = """
            Usage: integration-tests/benchmarks/run [options]

            Measures what authentication costs, in turns and in ratios, and writes integration-tests/benchmarks/target/report.md.
            Needs a JDK 17 or later; for the services a real Hydra where one can be had (see docs/run-locally.md).

              --only PARTS      some of %s, by comma (default: all)
              --rounds N        how often everything is measured (default 5)
              --seconds N       how long one measurement takes, 1 to 60 (default 3)
              --warm-up N       seconds of load on each server before, for each row (default 20)
              --connections N   kept busy at once (default 32)
              --jdks HOMES      what the compared applications run on, by colon (default: this one, and a JDK 25 where there is one)
              --no-pin          leave the processes to the scheduler
              --help            this text
            """.formatted(String.join(", ", names()));
    private static final Set<String> KNOWN = Set.of("--only", "--rounds", "--seconds", "--warm-up", "--connections", "--jdks");

    static Options parse(String... arguments) {
        Map<String, String> given = new TreeMap<>();
        boolean pinned = true;
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--no-pin")) {
                pinned = false;
            } else if (!KNOWN.contains(arguments[i])) {
                throw new IllegalArgumentException("unknown option " + arguments[i]);
            } else {
                given.put(arguments[i], i + 1 < arguments.length ? arguments[++i] : "");
            }
        }
        // A signed call context holds for a minute, and is signed before the measurement.
        Plan plan = new Plan(number(given, "--rounds", 5, 1, 1000), Duration.ofSeconds(number(given, "--seconds", 3, 1, 60)),
                Duration.ofSeconds(number(given, "--warm-up", 20, 1, 60)), number(given, "--connections", 32, 1, 1000),
                pinned ? Cores.split() : Cores.ANY, jdks(given.getOrDefault("--jdks", System.getProperty("benchmark.jdks", ""))));
        return new Options(plan, parts(given.getOrDefault("--only", String.join(",", names()))));
    }

    private static List<Part> parts(String list) {
        List<Part> parts = new ArrayList<>();
        for (String name : list.split(",")) {
            if (!names().contains(name)) {
                throw new IllegalArgumentException("--only needs some of " + String.join(",", names()));
            }
            parts.add(Part.valueOf(name.toUpperCase(Locale.ROOT)));
        }
        return parts;
    }

    private static List<String> names() {
        return Arrays.stream(Part.values()).map(part -> part.name().toLowerCase(Locale.ROOT)).toList();
    }

    private static List<Jdk> jdks(String homes) {
        return homes.isBlank()
                ? List.of(Jdk.own())
                : Arrays.stream(homes.split(":")).filter(home -> !home.isEmpty()).map(home -> Jdk.at(Path.of(home))).distinct().toList();
    }

    private static int number(Map<String, String> given, String name, int otherwise, int least, int most) {
        String value = given.getOrDefault(name, Integer.toString(otherwise));
        if (!value.matches("[0-9]{1,4}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw new IllegalArgumentException(name + " needs a number from " + least + " to " + most);
        }
        return Integer.parseInt(value);
    }
}
