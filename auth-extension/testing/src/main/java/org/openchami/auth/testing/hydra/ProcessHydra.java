package org.openchami.auth.testing.hydra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.openchami.auth.testing.kind.CannotStart;
import org.openchami.auth.testing.process.Folder;
import org.openchami.auth.testing.process.Freezer;

/** Hydra's program as a child of this JVM. */
final class ProcessHydra extends RealHydra {
    private static final String LOG = "hydra.log";
    private static final String SECRET = "system-secret";

    private final String kind;
    private final Path program;
    private final HydraOptions options;
    private final Folder folder;
    private Process process;

    private ProcessHydra(String kind, Path program, HydraOptions options, Address address, Database database) {
        super(address, database, options.signingAlgorithm());
        this.kind = kind;
        this.program = program;
        this.options = options;
        this.folder = Folder.of(options.directory(), "openchami-hydra-");
    }

    static Hydra run(String kind, Path program, HydraOptions options) {
        return new ProcessHydra(kind, program, options, Address.of(options), Database.of(options)).begin();
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public synchronized OptionalLong pid() {
        return alive() ? OptionalLong.of(process.pid()) : OptionalLong.empty();
    }

    @Override
    public synchronized boolean alive() {
        return process != null && process.isAlive();
    }

    @Override
    public synchronized void pause() {
        Freezer.freeze(process.toHandle());
    }

    @Override
    public synchronized void resume() {
        Freezer.thaw(process.toHandle());
    }

    @Override
    synchronized void launch() {
        Path config = configure(systemSecret());
        process = start(List.of("serve", "all", "--dev", "--sqa-opt-out", "-c", config.toString()), Map.of());
    }

    @Override
    public synchronized void kill() {
        end(Process::destroyForcibly);
    }

    @Override
    public void loseSystemSecret() {
        systemSecret();
        configure(HydraConfig.newSystemSecret());
    }

    @Override
    public void restoreSystemSecret() {
        configure(systemSecret());
    }

    private String systemSecret() {
        return folder.read(SECRET).orElseGet(() -> {
            String made = HydraConfig.newSystemSecret();
            folder.write(SECRET, made);
            return made;
        });
    }

    /** Hydra reads its file again when another takes its place, all but the addresses and the DSN. */
    private Path configure(String systemSecret) {
        String dsn = ownDatabase().postgres().dsn(ownDatabase().name());
        return folder.write("hydra.json", HydraConfig.json(options, address(), dsn, systemSecret,
                new HydraConfig.Listening("127.0.0.1", address().publicPort(), address().adminPort())));
    }

    @Override
    synchronized void halt() {
        end(Process::destroy);
    }

    private void end(Consumer<Process> signal) {
        if (process == null) {
            return;
        }
        if (process.isAlive()) {
            resume();
        }
        signal.accept(process);
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    void migrate(String databaseName) {
        String dsn = HydraConfig.dsn(ownDatabase().postgres().dsn(databaseName), options);
        Process migration = start(List.of("migrate", "sql", "up", "-e", "--yes"), Map.of("DSN", dsn));
        try {
            if (!migration.waitFor(60, TimeUnit.SECONDS) || migration.exitValue() != 0) {
                migration.destroyForcibly();
                throw new CannotStart("Hydra's migration failed: " + lastWords());
            }
        } catch (InterruptedException e) {
            migration.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    @Override
    String lastWords() {
        return folder.tail(LOG, 5);
    }

    @Override
    void discard() {
        folder.discard();
    }

    /** Hydra reads every environment variable that is named like one of its keys, so it gets none but ours. */
    private Process start(List<String> arguments, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(program.toString());
        builder.command().addAll(arguments);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.directory(folder.path().toFile());
        builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(folder.resolve(LOG).toFile()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't run " + program, e);
        }
    }
}
