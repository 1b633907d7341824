package org.openchami.bss.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

import org.openchami.auth.testing.postgres.Postgres;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A real PostgreSQL, and stubs in the place of smd and of the authority. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {
    private static final String DATABASE = "bss";

    private Postgres postgres;
    private AuthorityStub authority;

    @Override
    public Map<String, String> start() {
        postgres = Postgres.start();
        postgres.createDatabase(DATABASE);
        authority = new AuthorityStub();
        return Map.of("bss.database.url", postgres.url(DATABASE), "bss.database.user", postgres.user(), "bss.database.password",
                postgres.password(), "openchami.auth.authority", authority.url(), "openchami.auth.registration.url", authority.url(),
                "openchami.auth.store.directory", directory(), "openchami.auth.peers.smd.url", SmdStub.get().url(), "bss.ipxe-server",
                "demo.openchami.cluster", "quarkus.http.test-port", "0");
    }

    private static String directory() {
        try {
            return Files.createTempDirectory("bss-auth").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        authority.stop();
        postgres.close();
    }
}
