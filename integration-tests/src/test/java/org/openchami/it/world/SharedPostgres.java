package org.openchami.it.world;

import org.openchami.auth.testing.postgres.Postgres;
import org.openchami.auth.testing.process.AtExit;

/** One PostgreSQL for all worlds of this JVM, each of which has databases of its own; it ends with the JVM. */
final class SharedPostgres {
    private static Postgres server;

    private SharedPostgres() {}

    static synchronized Postgres server() {
        if (server == null) {
            server = Postgres.start();
            AtExit.run(server::close);
        }
        return server;
    }
}
