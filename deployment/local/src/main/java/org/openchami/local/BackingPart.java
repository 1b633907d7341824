package org.openchami.local;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.openchami.auth.testing.hydra.Hydra;
import org.openchami.auth.testing.postgres.Postgres;

/** Hydra or PostgreSQL as a part of the local run. */
record BackingPart(String name, Supplier<OptionalLong> currentPid, BooleanSupplier lives, Path log, Runnable end) implements Part {

    static Part of(Hydra hydra, Path folder) {
        return new BackingPart("Hydra", hydra::pid, hydra::alive, folder.resolve("hydra.log"), hydra::close);
    }

    static Part of(Postgres postgres, Path folder) {
        return new BackingPart("PostgreSQL", postgres::pid, () -> postgres.alive() && runs(postgres.pid()), folder.resolve("postgres.log"),
                postgres::close);
    }

    /** Its parent is not this process: once dead it counts as alive until it is collected, but it has no command any more. */
    private static boolean runs(OptionalLong pid) {
        return pid.isEmpty() || ProcessHandle.of(pid.getAsLong()).flatMap(process -> process.info().command()).isPresent();
    }

    @Override
    public OptionalLong pid() {
        return currentPid.get();
    }

    @Override
    public boolean alive() {
        return lives.getAsBoolean();
    }

    @Override
    public String lastWords() {
        return new LogTail(log, 15).read();
    }

    @Override
    public void stop() {
        end.run();
    }
}
