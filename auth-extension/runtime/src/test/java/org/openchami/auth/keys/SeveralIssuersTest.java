package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.authority.ScriptedServer;
import org.openchami.auth.config.Configured;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

/** The authority, one more issuer at an address, and one in a file: all of them publish a key named {@code same}. */
class SeveralIssuersTest {
    private final Vertx vertx = Vertx.vertx();
    private final ScriptedServer authority = new ScriptedServer();
    private final ScriptedServer login = new ScriptedServer();
    private Keys keys;
    @TempDir
    Path folder;

    @BeforeEach
    void publish() throws IOException {
        authority.answer(200, Jwks.set(Jwks.ec("same"), Jwks.ec("authority's")).encode());
        login.answer(200, Jwks.set(Jwks.ec("same"), Jwks.ec("login's")).encode());
        inFile(Jwks.set(Jwks.ec("same"), Jwks.without(Jwks.rsa("", 2048), "kid")));
    }

    private void inFile(JsonObject set) throws IOException {
        Path next = Files.writeString(folder.resolve("next"), set.encode());
        Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-r--r--"));
        Files.move(next, folder.resolve("keys.json"), StandardCopyOption.ATOMIC_MOVE);
    }

    private void started() {
        String[] settings = {"openchami.auth.authority", authority.uri("").toString(), "openchami.auth.store.directory",
                folder.resolve("auth").toString(), "openchami.auth.issuers.login.issuer", "https://login.test",
                "openchami.auth.issuers.login.keys-url", login.uri("/keys").toString(), "openchami.auth.issuers.batch/1.issuer", "batch",
                "openchami.auth.issuers.batch/1.key-file", folder.resolve("keys.json").toString(),
                "openchami.auth.issuers.batch/1.kid-optional", "true", "openchami.auth.keys.pause", "0.001s",
                "openchami.auth.keys.refresh", "1h"};
        keys = KeysOf.settings(vertx, Configured.with(settings), Clock.systemUTC());
        keys.start(new StartupEvent());
    }

    @AfterEach
    void close() {
        keys.stop(new ShutdownEvent());
        authority.close();
        login.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static void eventually(BooleanSupplier condition) {
        for (long end = System.nanoTime() + Duration.ofSeconds(60).toNanos(); !condition.getAsBoolean();) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private KeyLookup find(String issuer, String kid) {
        return keys.find(issuer, kid, "10.0.0.1").await().atMost(Duration.ofSeconds(30));
    }

    @Test
    void aKeyIsFoundAtItsIssuerAlone() {
        started();

        assertThat(find("login", "login's")).isInstanceOf(KeyLookup.Found.class);
        assertThat(find("authority", "login's")).isInstanceOf(KeyLookup.Unknown.class);
        assertThat(find("batch/1", "login's")).isInstanceOf(KeyLookup.Unknown.class);
        assertThat(find("nobody", "login's")).isInstanceOf(KeyLookup.Unknown.class);
        assertThat(keys.held("authority", "login's")).isEmpty();
        assertThat(keys.held("login", "login's")).isPresent();
        assertThat(keys.held("nobody", "login's")).isEmpty();
    }

    @Test
    void keysOfOneNameAreThoseOfTheirIssuers() {
        started();

        Set<PublicKey> all = Set.of("authority", "login", "batch/1").stream()
                .map(issuer -> ((KeyLookup.Found) find(issuer, "same")).key().key()).collect(Collectors.toSet());

        assertThat(all).hasSize(3);
    }

    @Test
    void theOnlyKeyThatFitsIsThatOfTheIssuer() {
        started();
        eventually(() -> keys.only("batch/1", "RS256").isPresent());

        assertThat(keys.only("batch/1", "ES256")).isEqualTo(keys.held("batch/1", "same")).isPresent();
        assertThat(keys.only("authority", "RS256")).isEmpty();
        assertThat(keys.only("nobody", "RS256")).isEmpty();
    }

    @Test
    void oneThatIsAwayCostsTheOthersNothing() {
        login.hang();
        started();

        assertThat(find("authority", "same")).isInstanceOf(KeyLookup.Found.class);
        assertThat(find("batch/1", "same")).isInstanceOf(KeyLookup.Found.class);
        assertThat(keys.held("login", "same")).isEmpty();
    }

    @Test
    void aChangeOfTheFileIsSeenWithoutAnythingAskingForIt() throws IOException {
        started();
        eventually(() -> keys.held("batch/1", "same").isPresent());

        inFile(Jwks.set(Jwks.ec("next")));

        eventually(() -> keys.held("batch/1", "next").isPresent());
        assertThat(keys.held("batch/1", "same")).isEmpty();
    }

    @Test
    void theKeysOfEachAddressAreKeptForItAlone() throws IOException {
        started();
        Path auth = folder.resolve("auth");
        eventually(() -> Files.exists(auth.resolve("smd-keys.json")) && Files.exists(auth.resolve("smd-keys-login.json")));
        keys.stop(new ShutdownEvent());
        authority.close();
        login.close();

        started();
        eventually(() -> keys.held("authority", "authority's").isPresent() && keys.held("login", "login's").isPresent());

        assertThat(keys.held("authority", "login's")).isEmpty();
        try (var files = Files.list(auth)) {
            assertThat(files).hasSize(2);
        }
    }
}
