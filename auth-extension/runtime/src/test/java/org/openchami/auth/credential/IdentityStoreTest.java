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

    /** A file of the right mode with this content. */
    private void write(String content) throws IOException {
        store.save(identity);
        Files.writeString(file, content);
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

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"x\"", "{\"schema\":1}", "{\"schema\":\"1\"}", "{\"schema\":1,\"client_id\":\"bss\"}",
            "{\"schema\":1,\"client_id\":\"bss\",\"key\":{}}", "{\"schema\":1,\"client_id\":\"bss\",\"key\":{\"kty\":\"EC\"}}",
            "{\"schema\":1,\"client_id\":\"bss\",\"key\":[]}", "{\"schema\":1,\"client_id\":7,\"key\":7}"})
    void aDamagedFileIsRefusedAndNotTouched(String content) throws IOException {
        write(content);

        assertThatExceptionOfType(StoreException.class).isThrownBy(store::load).withMessageContaining(file.toString())
                .withMessageContaining("Cure:");
        assertThat(file).hasContent(content);
    }

    @Test
    void aHalfWrittenFileIsRefused() throws IOException {
        store.save(identity);
        String whole = Files.readString(file);
        write(whole.substring(0, whole.length() / 2));

        assertThatExceptionOfType(StoreException.class).isThrownBy(store::load);
    }

    @Test
    void bytesThatAreNoTextAreADamagedFile() throws IOException {
        store.save(identity);
        Files.write(file, new byte[]{(byte) 0xFF, (byte) 0xFE, 0, (byte) 0xC3});

        assertThatExceptionOfType(StoreException.class).isThrownBy(store::load).withMessageContaining("Cure:");
    }

    @Test
    void aFileWithoutAClientIdIsDamaged() throws IOException {
        store.save(identity);
        write(Files.readString(file).replace("\"client_id\" : \"bss\",", ""));

        assertThatExceptionOfType(StoreException.class).isThrownBy(store::load);
    }

    @Test
    void aFileWithoutThePrivateHalfIsDamaged() throws IOException {
        write("{\"schema\":1,\"client_id\":\"bss\",\"key\":" + identity.key().publicJwk() + "}");

        assertThatExceptionOfType(StoreException.class).isThrownBy(store::load);
    }

    @Test
    void aFileOfAnotherSchemaIsRefused() throws IOException {
        store.save(identity);
        write(Files.readString(file).replace("\"schema\" : 1", "\"schema\" : 2"));

        assertThatExceptionOfType(StoreException.class).isThrownBy(store::load).withMessageContaining("another schema than 1");
    }

    @Test
    void noRefusalRepeatsTheKey() throws IOException {
        store.save(identity);
        String secret = identity.key().privateJwk().reveal().replaceFirst(".*\"d\":\"([^\"]+)\".*", "$1");
        write(Files.readString(file).replace("\"kty\" : \"EC\"", "\"kty\" : \"RSA\""));

        assertThatExceptionOfType(StoreException.class).isThrownBy(store::load).withMessageNotContaining(secret).withNoCause();
    }

    @Test
    void aWriteThatFailsLeavesWhatWasStored() throws IOException {
        store.save(identity);
        Path inTheWay = file.resolveSibling("bss.json.next");
        Files.createDirectories(inTheWay.resolve("full"));

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.save(identity.acknowledged("second")))
                .withMessageContaining("openchami.auth.store.directory");
        assertThat(store.load().orElseThrow().registered()).isEqualTo(identity.registered());
    }

    @Test
    void whatAnInterruptedWriteLeftIsReplaced() throws IOException {
        store.save(identity);
        Files.writeString(file.resolveSibling("bss.json.next"), "half");

        store.save(identity.acknowledged("second"));

        assertThat(store.load().orElseThrow().registered()).contains("second");
    }
}
