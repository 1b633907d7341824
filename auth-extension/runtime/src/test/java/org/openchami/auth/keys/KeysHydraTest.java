package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.authority.KeysPublished;
import org.openchami.auth.config.Configured;
import org.openchami.auth.config.Settings;
import org.openchami.auth.testing.hydra.Hydra;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** Hydra itself, where it can be had: wiped, it comes back with other keys, and says so to nobody. */
class KeysHydraTest {
    private final BlockingQueue<KeysPublished> published = new LinkedBlockingQueue<>();

    private Set<String> next() throws InterruptedException {
        KeysPublished event = published.poll(60, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event.kids();
    }

    @Test
    void itsWipeIsNoticedThoughReadsAreAnHourApart(@TempDir Path folder) throws Exception {
        Vertx vertx = Vertx.vertx();
        try (Hydra hydra = Hydra.start()) {
            Settings settings = Configured.with("openchami.auth.authority", hydra.publicUrl().toString(), "openchami.auth.keys.refresh",
                    "1h",
                    "openchami.auth.store.directory", folder.resolve("auth").toString());
            KeysOf.settings(vertx, settings, Clock.systemUTC(), published::add).start(new StartupEvent());
            Set<String> before = next();

            hydra.wipe();

            assertThat(next()).isNotEmpty().doesNotContainAnyElementsOf(before);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
