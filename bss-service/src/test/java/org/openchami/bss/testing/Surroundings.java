package org.openchami.bss.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A real PostgreSQL, and a stub in smd's place; nobody answers for the authority. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {
    private static final String CLOSED = "http://localhost:1";

    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("bss.database.url", "postgresql://localhost:" + postgres.getPort() + "/postgres", "bss.database.user", "postgres",
                "bss.database.password", "postgres", "openchami.auth.authority", CLOSED, "openchami.auth.registration.url", CLOSED,
                "openchami.auth.peers.smd.url", SmdStub.get().url(), "bss.ipxe-server", "demo.openchami.cluster", "quarkus.http.test-port",
                "0");
    }

    @Override
    public void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
