package org.openchami.auth.testing.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.openchami.auth.testing.kind.CannotStart;
import org.openchami.auth.testing.port.FreePort;
import org.openchami.auth.testing.process.AtExit;
import org.openchami.auth.testing.process.Folder;
import org.openchami.auth.testing.process.Freezer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** PostgreSQL's own binaries, unpacked from a jar and run as a child of this JVM. */
final class EmbeddedServer extends Postgres {
    private final Folder folder;
    private final Path data;
    private final AtExit atExit = AtExit.run(this::stop);
    private EmbeddedPostgres server;
    private ProcessHandle postmaster;

    private EmbeddedServer(int port, Folder folder, Path data) {
        super(port, "postgres");
        this.folder = folder;
        this.data = data;
    }

    static Postgres run(PostgresOptions options) {
        int port = options.port().orElseGet(FreePort::next);
        if (!FreePort.isFree(port)) {
            throw new CannotStart("port " + port + " is taken");
        }
        Folder folder = Folder.of(options.dataDirectory(), "openchami-postgres-");
        EmbeddedServer started = new EmbeddedServer(port, folder, folder.resolve("data"));
        try {
            started.restart();
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    @Override
    public String kind() {
        return "embedded";
    }

    @Override
    public synchronized OptionalLong pid() {
        return alive() ? OptionalLong.of(postmaster.pid()) : OptionalLong.empty();
    }

    @Override
    public synchronized boolean alive() {
        return postmaster != null && postmaster.isAlive();
    }

    @Override
    public synchronized void restart() {
        stop();
        runningPostmaster().ifPresent(other -> {
            throw new CannotStart("a PostgreSQL of an earlier run (process " + other.pid() + ") still uses " + data + "; end it first");
        });
        Redirect log = Redirect.appendTo(folder.resolve("postgres.log").toFile());
        try {
            server = EmbeddedPostgres.builder()
                    .setPort(port())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start();
        } catch (IOException | IllegalStateException e) {
            throw new CannotStart("PostgreSQL did not start: " + e.getMessage() + "\n" + folder.tail("postgres.log", 5), e);
        }
        postmaster = runningPostmaster().orElseThrow(() -> new CannotStart("PostgreSQL ended right after its start"));
    }

    @Override
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        resume();
        try {
            server.close();
            // it says that it has stopped a moment before it is gone
            postmaster.onExit().get(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("PostgreSQL on port " + port() + " did not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            server = null;
        }
    }

    @Override
    public synchronized void pause() {
        Freezer.freeze(postmaster);
    }

    @Override
    public synchronized void resume() {
        Freezer.thaw(postmaster);
    }

    @Override
    public void close() {
        stop();
        folder.discard();
        atExit.forget();
    }

    private Optional<ProcessHandle> runningPostmaster() {
        try {
            Path file = data.resolve("postmaster.pid");
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip())).filter(EmbeddedServer::isPostgres)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive() && process.info().command().orElse("").contains("postgres");
    }
}
