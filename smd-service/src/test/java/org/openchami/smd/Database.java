package org.openchami.smd;

import java.util.Map;

import org.openchami.auth.testing.postgres.Postgres;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A real PostgreSQL for the tests, and an authority that nobody answers for. */
public final class Database implements QuarkusTestResourceLifecycleManager {

    private static final String CLOSED = "http://127.0.0.1:1";

    private Postgres postgres;

    @Override
    public Map<String, String> start() {
        postgres = Postgres.start();
        postgres.createDatabase("smd");
        return Map.of(
                "smd.database.url", postgres.url("smd"),
                "smd.database.user", postgres.user(),
                "smd.database.password", postgres.password(),
                "openchami.auth.authority", CLOSED,
                "openchami.auth.clients.bss.jwks", CLOSED + "/q/auth/jwks.json");
    }

    @Override
    public void stop() {
        postgres.close();
    }
}
