package org.openchami.it.world;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.http.NoAnswer;
import org.openchami.auth.testing.process.AtExit;
import org.openchami.auth.testing.process.Folder;

/** One service as it is packaged, in a JVM of its own with a folder of its own. It can be stopped, killed and started again. */
public final class RunningService implements AutoCloseable {
    /** The folder of the whole project; Surefire runs a module's tests in the module's own. */
    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Anything else, such as a stray QUARKUS_HTTP_PORT, would override the configuration file. */
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "JAVA_HOME");

    private final String name;
    private final int port;
    private final List<String> jvm;
    private final Map<String, String> settings;
    private final Folder folder;
    private final ServiceDatabase database;
    private final AtExit atExit = AtExit.run(this::kill);
    private Process process;

    RunningService(String name, int port, Map<String, String> settings, ServiceDatabase database, List<String> jvm) {
        this.name = name;
        this.port = port;
        this.jvm = jvm;
        this.settings = Map.copyOf(settings);
        this.database = database;
        this.folder = Folder.of(Optional.empty(), "openchami-" + name + "-");
        configure(Map.of());
    }

    /** What its next start finds in its configuration file, beside or instead of what it was made with. */
    public void configure(Map<String, String> changes) {
        Map<String, String> all = new TreeMap<>(settings);
        all.putAll(changes);
        ServiceConfig.of(name, port, database, all).writeTo(folder);
    }

    /** Starts it, without waiting for it. */
    public synchronized void start() {
        Path jar = PROJECT.resolve(name + "-service/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(name + " is not packaged; build the whole project: ./mvnw verify");
        }
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(jvm);
        command.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.path().toFile()).redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log().toFile()));
        builder.environment().keySet().retainAll(INHERITED);
        try {
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws org.awaitility.core.ConditionTimeoutException if it is not ready in time, or ended */
    public void awaitReady() {
        await(name + "'s readiness, " + folder).atMost(PATIENCE).pollInterval(Duration.ofMillis(50))
                .failFast(name + " ended", this::requireAlive)
                .until(() -> answers("/q/health/ready"));
    }

    /** Waits until it listens, ready or not. */
    public void awaitListening() {
        await(name + " listening").atMost(PATIENCE).pollInterval(Duration.ofMillis(50))
                .failFast(name + " ended", this::requireAlive)
                .until(() -> answers("/q/health/live"));
    }

    private void requireAlive() {
        if (!alive()) {
            throw new IllegalStateException(name + " ended: " + folder.tail(name + ".log", 20));
        }
    }

    public boolean answers(String path) {
        try {
            return Call.to(url(), path).timeout(Duration.ofSeconds(5)).get().status() == 200;
        } catch (NoAnswer notYet) {
            return false;
        }
    }

    public synchronized boolean alive() {
        return process != null && process.isAlive();
    }

    /** As a terminal or an orchestrator does (SIGTERM); returns when it is gone. */
    public synchronized void stop() {
        end(Process::destroy);
    }

    /** In mid-air (SIGKILL). */
    public synchronized void kill() {
        end(Process::destroyForcibly);
    }

    private void end(Consumer<Process> signal) {
        if (!alive()) {
            return;
        }
        signal.accept(process);
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Its origin, no trailing slash. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where it runs, and keeps what it stores. */
    public Path folder() {
        return folder.path();
    }

    /** What it stored for its next start is gone; to be called while it is stopped. */
    public void loseState() {
        try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that it wrote to its terminal. */
    public Path log() {
        return folder.resolve(name + ".log");
    }

    public AuditLog audit() {
        return new AuditLog(folder.resolve("audit.log"));
    }

    /** What must not be seen anywhere. */
    public String databasePassword() {
        return database.password();
    }

    @Override
    public void close() {
        kill();
        folder.discard();
        database.close();
        atExit.forget();
    }
}
