package org.openchami.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.secret.FileOf;
import org.openchami.auth.secret.Secret;
import org.openchami.auth.testing.clock.TestClock;

import io.vertx.core.json.JsonObject;

/** The file of the version before. */
class FirstSchemaTest {
    private static final Instant WRITTEN = Instant.parse("2029-06-01T00:00:00Z");

    @TempDir
    Path folder;

    private final SigningKey key = SigningKey.generate();
    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = FileOf.secret(folder.resolve("bss.json"),
                new JsonObject().put("schema", 1).put("client_id", "bss").put("key", new JsonObject(key.privateJwk().reveal()))
                        .put("registered", "bss k1 smd.read smd").encodePrettily());
        Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
    }

    private StoredIdentity load() {
        return IdentityStore.inFile(file, Optional.empty(), TestClock.at(IdentityOf.SINCE)).load().orElseThrow();
    }

    @Test
    void keyAndClientAreKept() {
        assertThat(load().keys().current().privateJwk().reveal()).isEqualTo(key.privateJwk().reveal());
        assertThat(load().client()).contains(new StoredClient("bss", Optional.of("bss k1 smd.read smd"), Optional.empty(), false));
        assertThat(load().secret()).isEmpty();
        assertThat(load().orphans()).isEmpty();
    }

    @Test
    void theKeyIsAsOldAsTheFile() {
        assertThat(load().keys().since()).isEqualTo(WRITTEN);
    }

    @Test
    void theInstallationHasOneNameHoweverOftenItIsRead() {
        assertThat(load().instance()).isNotBlank().isEqualTo(load().instance());
    }

    @Test
    void anIdentityThatWasNotRegisteredYetIsLoadedAsThat() throws Exception {
        JsonObject json = new JsonObject(Files.readString(file)).putNull("registered");
        Files.writeString(file, json.encode());

        assertThat(load().client().flatMap(StoredClient::acknowledged)).isEmpty();
    }

    @Test
    void itIsEncryptedWhenThereIsAKey() {
        Secret secret = ClientSecret.generate(WRITTEN).value();
        IdentityStore store = IdentityStore.inFile(file, Optional.of(secret), TestClock.at(IdentityOf.SINCE));

        assertThat(store.load().orElseThrow().keys().current().kid()).isEqualTo(key.kid());
        assertThat(file).content().contains("jwe").doesNotContain("\"d\"");
        assertThat(store.load().orElseThrow().keys().since()).isEqualTo(WRITTEN);
    }
}
