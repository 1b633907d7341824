package org.openchami.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is private, and not what this service wrote. */
class DamagedIdentityTest {
    @TempDir
    Path temporary;

    private final StoredIdentity identity = new StoredIdentity("bss", SigningKey.generate(), Optional.of("bss k1 smd.read smd"));
    private Path file;
    private IdentityStore store;

    @BeforeEach
    void open() {
        file = temporary.resolve("auth").resolve("bss.json");
        store = new IdentityStore(file);
    }

    /** A file of the right mode with this content. */
    private void write(String content) throws IOException {
        store.save(identity);
        Files.writeString(file, content);
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
}
