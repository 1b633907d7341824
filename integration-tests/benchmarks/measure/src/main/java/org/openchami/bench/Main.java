package org.openchami.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The command. Exit code 0 says that everything was measured, 1 that something failed, 2 that the options were wrong. */
final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        if (List.of(arguments).contains("--help")) {
            out.print(Options.USAGE);
            return;
        }
        try {
            new Benchmark(Options.parse(arguments), out).run();
        } catch (IllegalArgumentException e) {
            err.println("run: " + e.getMessage());
            err.print(Options.USAGE);
            System.exit(2);
        } catch (RuntimeException e) {
            err.println("run: " + e);
            System.exit(1);
        }
        System.exit(0);
    }
}
