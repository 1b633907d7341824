package org.openchami.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The launcher behind {@code deployment/local/run}. It ends when the demonstration is over ({@code --once}), when one of
 * the four dies, or when its standard input ends: {@code run} holds the other end, so neither Ctrl-C nor the death of
 * {@code run} leaves processes behind.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Run run = new Run(Layout.ofThisProcess(), out, err);
        InputEnd.then(() -> {
            run.stop();
            System.exit(Run.INTERRUPTED);
        });
        System.exit(run.run(List.of(arguments).contains("--once")));
    }
}
