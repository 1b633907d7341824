package org.openchami.local;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;

/** Says on one line what is being done, and when it is done how long that took. */
record Progress(PrintStream out, Clock clock) {
    <T> T step(String what, Supplier<T> work) {
        out.printf("  %-62s ", what);
        out.flush();
        Instant begun = clock.instant();
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            double seconds = Duration.between(begun, clock.instant()).toMillis() / 1000.0;
            out.println(done ? String.format(Locale.ROOT, "%6.1f s", seconds) : "failed");
        }
    }

    void step(String what, Runnable work) {
        step(what, () -> {
            work.run();
            return null;
        });
    }

    void block(String title, Iterable<String> lines) {
        out.println();
        out.println(title);
        lines.forEach(line -> out.println("    " + line));
    }

    void note(String line) {
        out.println("  " + line);
    }

    void gap() {
        out.println();
    }
}
