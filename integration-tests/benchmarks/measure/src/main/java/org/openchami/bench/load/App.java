package org.openchami.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.openchami.auth.testing.http.NoAnswer;
import org.openchami.auth.testing.port.FreePort;
import org.openchami.auth.testing.process.AtExit;
import org.openchami.auth.testing.process.Folder;

/** A packaged Quarkus application that runs: in a folder of its own, with its own configuration file, on the servers' core. */
public final class App implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR");

    private final Launch launch;
    private final int port = FreePort.next();
    private final Folder folder;
    private final long started;
    private final Process process;
    private final AtExit atExit;
    private Duration start;

    private App(Launch launch, Cores cores) {
        this.launch = launch;
        this.folder = Folder.of(Optional.empty(), "openchami-" + launch.name() + "-");
        String configuration = launch.configuration().entrySet().stream().map(value -> value.getKey() + "=" + value.getValue() + "\n")
                .collect(Collectors.joining()) + "quarkus.http.port=" + port + "\n";
        Folder.of(Optional.of(folder.resolve("config")), "").write("application.properties", configuration);
        List<String> command = new ArrayList<>(cores.servicesOnly());
        command.add(launch.jdk().java().toString());
        command.addAll(launch.jvm());
        command.addAll(List.of("-jar", launch.jar().toAbsolutePath().toString()));
        this.started = System.nanoTime();
        this.process = run(command);
        this.atExit = AtExit.run(process::destroyForcibly);
    }

    /** Starts it, and returns when it answers the launch's first request with 200. */
    public static App start(Launch launch, Cores cores) {
        App app = new App(launch, cores);
        try {
            app.awaitFirstAnswer();
            return app;
        } catch (RuntimeException e) {
            String log = app.folder.tail("service.log", 20);
            app.close();
            throw new IllegalStateException(launch.name() + " did not start: " + log, e);
        }
    }

    private Process run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.path().toFile()).redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(folder.resolve("service.log").toFile()));
        builder.environment().keySet().retainAll(INHERITED);
        try {
            Process running = builder.start();
            running.getOutputStream().close();
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitFirstAnswer() {
        while (!ready()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("it ended");
            }
            if (System.nanoTime() - started > PATIENCE.toNanos()) {
                throw new IllegalStateException("no 200 within " + PATIENCE.toSeconds() + " s");
            }
            pause();
        }
        start = Duration.ofNanos(System.nanoTime() - started);
    }

    private boolean ready() {
        try {
            return launch.first().to(url()).status() == 200;
        } catch (NoAnswer notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public Target target() {
        return new Target(launch.name(), url(), process.toHandle());
    }

    /** From the start of its process to its first answer. */
    public Duration start() {
        return start;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        folder.discard();
        atExit.forget();
    }
}
