package org.openchami.auth.testing.hydra;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.http.NoAnswer;
import org.openchami.auth.testing.kind.CannotStart;
import org.openchami.auth.testing.process.AtExit;

/** What the kinds have in common that run Hydra itself: its database, its keys, and when it is ready. */
abstract class RealHydra extends Hydra {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Database database;
    private final SigningKeys keys;
    private final AtExit atExit = AtExit.run(this::halt);

    RealHydra(Address address, Database database, String signingAlgorithm) {
        super(address);
        this.database = database;
        this.keys = new SigningKeys(address.adminUrl(), signingAlgorithm);
    }

    /** Starts the server, without waiting for it. */
    abstract void launch();

    /** Ends the server, whatever state it is in; no failure if it is gone. */
    abstract void halt();

    abstract void migrate(String databaseName);

    /** What the server last said, for the message that it did not start. */
    abstract String lastWords();

    abstract void discard();

    final Database ownDatabase() {
        return database;
    }

    @Override
    public final DatabaseFaults database() {
        return new DatabaseFaults(database);
    }

    final Hydra begin() {
        try {
            database.prepare(this::migrate);
            restart();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public final void restart() {
        halt();
        launch();
        await("/health/ready");
        keys.ensure();
        // ready says only that the database answers; this reads and decrypts the keys
        await("/.well-known/jwks.json");
    }

    @Override
    public final void stop() {
        halt();
    }

    @Override
    public final void wipe() {
        halt();
        database.renew();
        restart();
    }

    @Override
    public final void close() {
        halt();
        discard();
        database.discard();
        atExit.forget();
    }

    @Override
    final SigningKeys keys() {
        return keys;
    }

    private void await(String path) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(path)) {
            if (!alive() || System.nanoTime() > deadline) {
                throw new CannotStart("Hydra " + (alive() ? "did not become ready within " + PATIENCE.toSeconds() + " s: " : "ended: ")
                        + lastWords());
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private boolean answers(String path) {
        try {
            return Call.to(publicUrl(), path).get().status() == 200;
        } catch (NoAnswer notYet) {
            return false;
        }
    }
}
