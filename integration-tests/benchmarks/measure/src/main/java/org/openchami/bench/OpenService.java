package org.openchami.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.http.NoAnswer;
import org.openchami.auth.testing.port.FreePort;
import org.openchami.auth.testing.process.AtExit;
import org.openchami.auth.testing.process.Folder;
import org.openchami.it.world.RunningService;

/** A service with authentication off, beside the real one: the same configuration file but for the port, and the same database. */
final class OpenService implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "JAVA_HOME");

    private final String name;
    private final int port = FreePort.next();
    private final Folder folder;
    private final Process process;
    private final AtExit atExit;

    private OpenService(String name, RunningService real, Map<String, String> changed, List<String> jvm) {
        this.name = name;
        this.folder = Folder.of(Optional.empty(), "openchami-" + name + "-");
        Map<String, String> values = configuration(real);
        values.put("quarkus.http.port", Integer.toString(port));
        values.putAll(changed);
        Folder.of(Optional.of(folder.resolve("config")), "").write("application.properties", values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue() + "\n").collect(Collectors.joining()));
        this.process = start(jvm);
        this.atExit = AtExit.run(process::destroyForcibly);
    }

    /** Starts it, and returns when it is ready. */
    static OpenService start(String name, RunningService real, Map<String, String> changed, List<String> jvm) {
        OpenService service = new OpenService(name, real, changed, jvm);
        try {
            Awaitility.await(name + "'s readiness").atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(service::ready);
            return service;
        } catch (RuntimeException e) {
            String log = service.folder.tail("service.log", 20);
            service.close();
            throw new IllegalStateException(name + " did not start: " + log, e);
        }
    }

    private static Map<String, String> configuration(RunningService real) {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(real.folder().resolve("config/application.properties"))) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, properties::getProperty, (first, same) -> first, TreeMap::new));
    }

    private Process start(List<String> jvm) {
        Path jar = Path.of("benchmarks", name, "target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(jvm);
        command.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.path().toFile()).redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(folder.resolve("service.log").toFile()));
        builder.environment().keySet().retainAll(INHERITED);
        try {
            Process started = builder.start();
            started.getOutputStream().close();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean ready() {
        try {
            return Call.to(url(), "/q/health/ready").timeout(Duration.ofSeconds(5)).get().status() == 200;
        } catch (NoAnswer notYet) {
            if (process.isAlive()) {
                return false;
            }
            throw new IllegalStateException("it ended", notYet);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Target target() {
        return new Target(name, url(), process.toHandle());
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        folder.discard();
        atExit.forget();
    }
}
