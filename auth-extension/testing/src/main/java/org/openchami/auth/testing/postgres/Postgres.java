package org.openchami.auth.testing.postgres;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

import org.openchami.auth.testing.kind.FirstThatStarts;

/**
 * A real PostgreSQL on a loopback port that can be stopped, frozen and started again with its data. A container where a
 * Docker engine answers, otherwise embedded; the property {@code openchami.testing.postgres} (or the environment
 * variable {@code OPENCHAMI_TESTING_POSTGRES}) forces {@code container} or {@code embedded}.
 */
public abstract class Postgres implements AutoCloseable {
    static final String DATABASE = "postgres";

    private final int port;
    private final String password;
    private final Databases databases;

    Postgres(int port, String password) {
        this.port = port;
        this.password = password;
        this.databases = new Databases(port, user(), password);
    }

    public static Postgres start() {
        return start(PostgresOptions.defaults());
    }

    public static Postgres start(PostgresOptions options) {
        return new FirstThatStarts<Postgres>("PostgreSQL", "openchami.testing.postgres")
                .or("container", () -> ContainerPostgres.run(options))
                .or("embedded", () -> EmbeddedServer.run(options))
                .start();
    }

    /** {@code postgresql://127.0.0.1:port/database}: for the reactive client as it is, for JDBC with {@code jdbc:} before it. */
    public String url(String database) {
        return "postgresql://127.0.0.1:" + port + "/" + Databases.checked(database);
    }

    /** {@code postgres://user:password@127.0.0.1:port/database?sslmode=disable}, as Go programs want it. */
    public String dsn(String database) {
        return "postgres://" + user() + ":" + password + "@127.0.0.1:" + port + "/" + Databases.checked(database) + "?sslmode=disable";
    }

    public int port() {
        return port;
    }

    public String user() {
        return "postgres";
    }

    public String password() {
        return password;
    }

    /** Does nothing if it exists. */
    public void createDatabase(String name) {
        databases.create(name, "template0");
    }

    /** A copy of the template, which nobody may be connected to. Does nothing if it exists. */
    public void createDatabase(String name, String template) {
        databases.create(name, template);
    }

    /** Also with connections to it, which it ends. Does nothing if there is none of that name. */
    public void dropDatabase(String name) {
        databases.drop(name);
    }

    /** @throws IllegalStateException if the server does not answer a query in that time */
    final void awaitAnswer(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!databases.answers()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("PostgreSQL on port " + port + " did not answer within " + patience.toSeconds() + " s");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** {@code container} or {@code embedded}. */
    public abstract String kind();

    /** The postmaster, where it is a process of this machine that a signal reaches. */
    public abstract OptionalLong pid();

    public abstract boolean alive();

    /** Ends the server; the data and the port stay for {@link #restart()}. */
    public abstract void stop();

    /** Starts the server again (it may have been stopped, or have died) on the same port with the same data. */
    public abstract void restart();

    /** The server freezes: connections are taken, nothing is answered, until {@link #resume()}. */
    public abstract void pause();

    public abstract void resume();

    /** Ends the server for good; data that no option keeps is gone. */
    @Override
    public abstract void close();
}
