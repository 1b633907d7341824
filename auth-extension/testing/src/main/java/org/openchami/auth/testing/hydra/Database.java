package org.openchami.auth.testing.hydra;

import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.function.Consumer;

import org.openchami.auth.testing.postgres.Postgres;

/**
 * Hydra's database: a copy of a template that is migrated once for each server, so that a new world takes a tenth of a
 * second.
 */
final class Database {
    private static final String TEMPLATE = "hydra_v2_3_template";
    private static final Set<Postgres> MIGRATED = Collections.newSetFromMap(new WeakHashMap<>());

    private final Postgres postgres;
    private final boolean ownServer;
    private final String name;
    private final boolean kept;

    private Database(Postgres postgres, boolean ownServer, String name, boolean kept) {
        this.postgres = postgres;
        this.ownServer = ownServer;
        this.name = name;
        this.kept = kept;
    }

    static Database of(HydraOptions options) {
        String name = options.database().orElseGet(() -> "hydra_" + UUID.randomUUID().toString().replace("-", ""));
        return new Database(options.postgres().orElseGet(Postgres::start), options.postgres().isEmpty(), name,
                options.database().isPresent());
    }

    Postgres postgres() {
        return postgres;
    }

    String name() {
        return name;
    }

    /** @param migrate brings the named database to Hydra's schema */
    void prepare(Consumer<String> migrate) {
        synchronized (MIGRATED) {
            if (!MIGRATED.contains(postgres)) {
                postgres.createDatabase(TEMPLATE);
                migrate.accept(TEMPLATE);
                MIGRATED.add(postgres);
            }
            copyTemplate();
        }
    }

    void renew() {
        synchronized (MIGRATED) {
            postgres.dropDatabase(name);
            copyTemplate();
        }
    }

    /** Each migration makes a network id of its own, under which a Hydra keeps all it has; so must each copy of one. */
    private void copyTemplate() {
        new Sql(postgres, TEMPLATE).execute("update networks set id = gen_random_uuid()");
        postgres.createDatabase(name, TEMPLATE);
    }

    void discard() {
        if (ownServer) {
            postgres.close();
        } else if (!kept && postgres.alive()) {
            postgres.dropDatabase(name);
        }
    }
}
