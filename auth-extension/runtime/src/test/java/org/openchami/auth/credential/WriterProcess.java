package org.openchami.auth.credential;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A {@link StoreWriter} that can be stopped, continued and killed. */
final class WriterProcess implements AutoCloseable {
    private final Process process;
    private final Process signals;
    private final DataInputStream told;
    private int last = -1;

    WriterProcess(Path file) throws IOException {
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), StoreWriter.class.getName(), file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        told = new DataInputStream(process.getInputStream());
        signals = new ProcessBuilder("sh", "-c", "while read signal; do kill -$signal " + process.pid() + "; done").start();
    }

    /** Waits until it has saved something. */
    void awaitFirst() throws IOException {
        last = told.readInt();
    }

    /** The last one that it says it has saved. */
    int saved() throws IOException {
        while (told.available() >= Integer.BYTES) {
            last = told.readInt();
        }
        return last;
    }

    /** Returns when none of its threads runs any more: it did as much as if it had been killed. */
    void stop() throws IOException {
        signal("STOP");
        await('T', true);
    }

    void go() throws IOException {
        signal("CONT");
        await('T', false);
    }

    private void signal(String name) throws IOException {
        OutputStream input = signals.getOutputStream();
        input.write((name + "\n").getBytes(StandardCharsets.US_ASCII));
        input.flush();
    }

    private void await(char state, boolean wanted) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (threads().anyMatch(at -> (at == state) != wanted)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the writer takes no signals");
            }
            Thread.onSpinWait();
        }
    }

    /** The state of each of its threads (proc(5), field 3 of {@code stat}). */
    private Stream<Character> threads() throws IOException {
        try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            return tasks.flatMap(WriterProcess::state).toList().stream();
        }
    }

    private static Stream<Character> state(Path task) {
        try {
            String stat = Files.readString(task.resolve("stat"));
            return Stream.of(stat.charAt(stat.lastIndexOf(')') + 2));
        } catch (IOException e) {
            // a thread that has ended
            return Stream.empty();
        }
    }

    /** By SIGKILL; what it said before is still to be read. */
    void kill() throws InterruptedException, IOException {
        process.toHandle().destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the writer can't be killed");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        signals.destroyForcibly();
    }
}
