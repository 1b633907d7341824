package org.openchami.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityStoreTest {
    @TempDir
    Path temporary;

    private final StoredIdentity identity = new StoredIdentity("bss", SigningKey.generate(), Optional.of("bss k1 smd.read smd"));
    private Path file;
    private IdentityStore store;

    @BeforeEach
    void open() {
        file = temporary.resolve("state").resolve("auth").resolve("bss.json");
        store = new IdentityStore(file);
    }

    private String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private void mode(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    @Test
    void whatWasStoredIsLoaded() {
        store.save(identity);
        StoredIdentity loaded = store.load().orElseThrow();

        assertThat(loaded.clientId()).isEqualTo("bss");
        assertThat(loaded.key().publicJwk()).isEqualTo(identity.key().publicJwk());
        assertThat(loaded.key().privateJwk().reveal()).isEqualTo(identity.key().privateJwk().reveal());
        assertThat(loaded.registered()).contains("bss k1 smd.read smd");
    }

    @Test
    void anIdentityThatIsNotRegisteredYetIsLoadedAsThat() {
        store.save(new StoredIdentity("bss", identity.key(), Optional.empty()));

        assertThat(store.load().orElseThrow().registered()).isEmpty();
    }

    @Test
    void nothingIsLoadedWhereNothingWasStored() {
        assertThat(store.load()).isEmpty();
    }

    @Test
    void theFileIsTheOwnersAlone() throws IOException {
        store.save(identity);

        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(file.getParent())).isEqualTo("rwx------");
    }

    @Test
    void aSecondSaveReplacesTheFirst() throws IOException {
        store.save(identity);
        store.save(identity.acknowledged("second"));

        assertThat(store.load().orElseThrow().registered()).contains("second");
        assertThat(mode(file)).isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-", "rwxr-xr-x"})
    void aFileThatOthersMayReadOrWriteIsRefusedWithTheCommandThatMendsIt(String mode) throws IOException {
        store.save(identity);
        mode(file, mode);

        assertThatExceptionOfType(StoreException.class).isThrownBy(store::load).withMessageContaining("Cure: chmod 600 " + file);
    }

    @Test
    void aFolderThatOthersMayWriteIsRefused() throws IOException {
        store.save(identity);
        mode(file.getParent(), "rwxrwxrwx");

        assertThatExceptionOfType(StoreException.class).isThrownBy(store::load).withMessageContaining(file.getParent().toString());
    }

    @Test
    void aWriteThatFailsLeavesWhatWasStored() throws IOException {
        store.save(identity);
        mode(file.getParent(), "rwxr-xr-x");

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.save(identity.acknowledged("second")))
                .withMessageContaining("Cure: chmod 700 " + file.getParent());
        mode(file.getParent(), "rwx------");
        assertThat(store.load().orElseThrow().registered()).isEqualTo(identity.registered());
    }

    @Test
    void aWriteThatFailsLeavesNothingBehind() throws IOException {
        Files.createDirectories(file.resolve("in the way"));
        mode(file.getParent(), "rwx------");

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.save(identity));
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFolderThatIsAFileIsRefusedWithItsCure() throws IOException {
        Files.createDirectories(file.getParent().getParent());
        Files.createFile(file.getParent());

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.save(identity))
                .withMessageContaining("openchami.auth.store.directory");
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.create(identity))
                .withMessageContaining("openchami.auth.store.directory");
    }

    @Test
    void ofTwoFirstIdentitiesTheQuickerOneIsKept() {
        StoredIdentity late = new StoredIdentity("bss", SigningKey.generate(), Optional.empty());

        assertThat(store.create(identity).key().kid()).isEqualTo(identity.key().kid());
        assertThat(store.create(late).key().kid()).isEqualTo(identity.key().kid());
        assertThat(store.load().orElseThrow().key().kid()).isEqualTo(identity.key().kid());
    }
}
