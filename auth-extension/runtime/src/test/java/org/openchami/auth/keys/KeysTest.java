package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.authority.KeysPublished;
import org.openchami.auth.authority.ScriptedServer;
import org.openchami.auth.config.Configured;
import org.openchami.auth.config.Issuer;
import org.openchami.auth.config.Settings;
import org.openchami.auth.testing.token.TokenForge;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** A whole service's keys, its authority, and its disk. */
class KeysTest {
    private static final TokenForge FIRST = TokenForge.withNewEcKey();
    private static final TokenForge SECOND = TokenForge.withNewEcKey();
    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<KeysPublished> published = new LinkedBlockingQueue<>();
    private ScriptedServer server = new ScriptedServer();
    private final URI authority = server.uri("");
    @TempDir
    Path parent;

    @AfterEach
    void close() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Path file() {
        return parent.resolve("auth").resolve("smd-keys.json");
    }

    private Keys started(String... more) {
        String[] all = Arrays.copyOf(more, more.length + 4);
        all[more.length] = "openchami.auth.authority";
        all[more.length + 1] = authority.toString();
        all[more.length + 2] = "openchami.auth.store.directory";
        all[more.length + 3] = parent.resolve("auth").toString();
        Settings settings = Configured.with(all);
        Keys keys = KeysOf.settings(vertx, settings, Clock.systemUTC(), published::add);
        keys.start(new StartupEvent());
        return keys;
    }

    private static void eventually(BooleanSupplier condition) {
        for (long end = System.nanoTime() + Duration.ofSeconds(60).toNanos(); !condition.getAsBoolean();) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static KeyLookup find(Keys keys, String kid) {
        return keys.find(Issuer.MAIN, kid, "10.0.0.1").await().atMost(Duration.ofSeconds(30));
    }

    private Set<String> next() throws InterruptedException {
        KeysPublished event = published.poll(60, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event.kids();
    }

    /** A service that ran, kept its keys, and stopped. */
    private void ranBefore() {
        server.answer(200, FIRST.jwks());
        Keys keys = started();
        eventually(() -> Files.exists(file()));
        keys.stop(new ShutdownEvent());
        published.clear();
    }

    @Test
    void aNewSetIsToldOnce() throws InterruptedException {
        server.answer(200, FIRST.jwks());
        started("openchami.auth.keys.refresh", "1s");
        assertThat(next()).containsExactly(FIRST.kid());

        server.answer(200, SECOND.jwks());

        assertThat(next()).containsExactly(SECOND.kid());
        int read = server.requests().size();
        eventually(() -> server.requests().size() >= read + 2);
        assertThat(published).isEmpty();
    }

    @Test
    void anAuthorityThatComesBackWithOtherKeysIsNoticedWithinSecondsThoughReadsAreAnHourApart() throws InterruptedException {
        server.answer(200, FIRST.jwks());
        started("openchami.auth.keys.refresh", "1h");
        next();
        server.close();

        server = new ScriptedServer(authority.getPort());
        server.answer(200, SECOND.jwks());

        assertThat(next()).containsExactly(SECOND.kid());
    }

    @Test
    void keysFromDiskServeWhileTheAuthorityIsAway() {
        ranBefore();
        server.close();

        Keys keys = started();

        eventually(keys::usable);
        assertThat(find(keys, FIRST.kid())).isInstanceOf(KeyLookup.Found.class);
        assertThat(find(keys, "other")).isInstanceOf(KeyLookup.Unavailable.class);
    }

    @Test
    void keysFromDiskServeWhileTheAuthorityHangs() {
        ranBefore();
        server.hang();

        Keys keys = started();

        assertThat(find(keys, FIRST.kid())).isInstanceOf(KeyLookup.Found.class);
    }

    @Test
    void anAuthorityThatIsBackReplacesThem() throws InterruptedException {
        ranBefore();
        server.answer(503, "");
        Keys keys = started();
        eventually(keys::usable);

        server.answer(200, SECOND.jwks());

        assertThat(next()).containsExactly(SECOND.kid());
        assertThat(find(keys, FIRST.kid())).isInstanceOf(KeyLookup.Unknown.class);
    }

    @Test
    void withoutThemNothingIsJudged() {
        server.close();

        assertThat(find(started(), FIRST.kid())).isInstanceOf(KeyLookup.Unavailable.class);
    }

    @Test
    void whoOptsOutKeepsNothingAndUsesNothing() throws InterruptedException {
        server.answer(200, FIRST.jwks());
        started("openchami.auth.keys.on-disk", "false");
        next();
        assertThat(file()).doesNotExist();
    }

    @Test
    void aServiceThatForgetsItsIdentityKeepsNoKeys() throws InterruptedException {
        server.answer(200, FIRST.jwks());
        started("openchami.auth.store.kind", "memory");
        next();
        assertThat(file()).doesNotExist();
    }
}
