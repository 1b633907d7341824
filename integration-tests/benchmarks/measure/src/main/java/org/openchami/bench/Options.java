package org.openchami.bench;

import java.time.Duration;

/**
 * What the command line says.
 *
 * @param rounds how often every pair is measured
 * @param length of one measurement
 * @param warmUp how long each service first answers the requests of each row
 * @param connections that are kept busy at once
 * @param pinned whether the services get a core of their own, where that can be had
 */
record Options(int rounds, Duration length, Duration warmUp, int connections, boolean pinned) {
    static final String USAGE = """
            Usage: integration-tests/benchmarks/run [options]

            Measures smd and bss as they are packaged against the same services with authentication off, in turns, and prints ratios.
            Needs a JDK 17 or later; a real Hydra where one can be had (see docs/run-locally.md).

              --rounds N        how often every pair is measured (default 7)
              --seconds N       how long one measurement takes, 1 to 60 (default 5)
              --warm-up N       seconds of load on each service before, for each row (default 20)
              --connections N   kept busy at once (default 32)
              --no-pin          leave the processes to the scheduler
              --help            this text
            """;

    static Options parse(String... arguments) {
        Options options = new Options(7, Duration.ofSeconds(5), Duration.ofSeconds(20), 32, true);
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--no-pin")) {
                options = new Options(options.rounds, options.length, options.warmUp, options.connections, false);
                continue;
            }
            String name = arguments[i];
            String value = ++i < arguments.length ? arguments[i] : "";
            options = switch (name) {
                case "--rounds" -> new Options(number(name, value, 1, 1000), options.length, options.warmUp, options.connections,
                        options.pinned);
                case "--seconds" -> new Options(options.rounds, seconds(name, value, 1), options.warmUp, options.connections,
                        options.pinned);
                case "--warm-up" -> new Options(options.rounds, options.length, seconds(name, value, 0), options.connections,
                        options.pinned);
                case "--connections" -> new Options(options.rounds, options.length, options.warmUp, number(name, value, 1, 1000),
                        options.pinned);
                default -> throw new IllegalArgumentException("unknown option " + name);
            };
        }
        return options;
    }

    // A signed call context holds for a minute, and is signed before the measurement.
    private static Duration seconds(String name, String value, int least) {
        return Duration.ofSeconds(number(name, value, least, 60));
    }

    private static int number(String name, String value, int least, int most) {
        if (!value.matches("[0-9]{1,4}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw new IllegalArgumentException(name + " needs a number from " + least + " to " + most);
        }
        return Integer.parseInt(value);
    }
}
