package org.openchami.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.secret.FileOf;
import org.openchami.auth.secret.Secret;
import org.openchami.auth.testing.clock.TestClock;

import io.vertx.core.json.JsonObject;

/** A file that is private, and not what this service wrote. */
class DamagedIdentityTest {
    @TempDir
    Path folder;

    private Path file;
    private Path aside;
    private IdentityStore store;

    @BeforeEach
    void open() {
        file = folder.resolve("bss.json");
        aside = folder.resolve("bss.json.damaged-20300101T000000Z");
        store = IdentityStore.inFile(file, Optional.empty(), TestClock.at(IdentityOf.SINCE));
    }

    private void isSetAside(byte[] content) {
        FileOf.secret(file, content);

        assertThat(store.load()).isEmpty();
        assertThat(file).doesNotExist();
        assertThat(aside).hasBinaryContent(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"x\"", "{}", "{\"schema\":2}", "{\"schema\":\"2\"}", "{\"schema\":0}",
            "{\"schema\":-1}",
            "{\"schema\":2,\"keys\":[]}", "{\"schema\":2,\"instance\":\"i\",\"keys\":{\"since\":\"2030-01-01T00:00:00Z\"}}",
            "{\"schema\":1}", "{\"schema\":1,\"client_id\":\"bss\",\"key\":{\"kty\":\"EC\"}}", "{\"schema\":1,\"client_id\":7,\"key\":7}"})
    void aDamagedFileIsSetAside(String content) {
        isSetAside(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bytesThatAreNoTextAreSetAside() {
        isSetAside(new byte[]{(byte) 0xFF, (byte) 0xFE, 0, (byte) 0xC3});
    }

    @Test
    void aFileThatLostItsEndIsSetAsideWhereverItWasCut() throws Exception {
        String whole = new JsonObject(IdentityOf.text(IdentityOf.whole())).encodePrettily();
        for (int length = 0; length < whole.length(); length += 97) {
            isSetAside(whole.substring(0, length).getBytes(StandardCharsets.UTF_8));
            Files.delete(aside);
        }
    }

    @Test
    void aKeyWithOneOtherCharacterIsSetAside() {
        JsonObject json = new JsonObject(IdentityOf.text(IdentityOf.fresh()));
        JsonObject key = json.getJsonObject("keys").getJsonObject("current");
        String d = key.getString("d");
        key.put("d", (d.charAt(0) == 'A' ? 'B' : 'A') + d.substring(1));

        isSetAside(json.toBuffer().getBytes());
    }

    @Test
    void anEncryptedFileWithOneOtherByteIsSetAside() throws Exception {
        Secret key = Secret.of("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        store = IdentityStore.inFile(file, Optional.of(key), TestClock.at(IdentityOf.SINCE));
        store.save(IdentityOf.whole());
        byte[] content = Files.readAllBytes(file);
        int at = content.length - 100 - new Random(1).nextInt(1000);
        content[at] = (byte) (content[at] == 'x' ? 'y' : 'x');

        isSetAside(content);
    }

    @Test
    void aSecondDamagedFileOfTheSameSecondHasANameOfItsOwn() {
        isSetAside(new byte[]{'{'});
        FileOf.secret(file, "[");

        assertThat(store.load()).isEmpty();
        assertThat(aside).hasContent("{");
        assertThat(folder.resolve("bss.json.damaged-20300101T000000Z-2")).hasContent("[");
    }

    @Test
    void aNewIdentityTakesThePlaceOfTheDamagedOne() {
        isSetAside(new byte[]{'{'});
        store.create(IdentityOf.fresh());

        assertThat(IdentityOf.text(store.load().orElseThrow())).isEqualTo(IdentityOf.text(IdentityOf.fresh()));
    }

    @Test
    void whatAnotherProcessStoredSinceTheDamageWasFoundStaysInItsPlace() throws Exception {
        store.save(IdentityOf.fresh());

        assertThat(new StoreLitter(file, TestClock.at(IdentityOf.SINCE)).setAside(new byte[]{'{'})).isFalse();
        assertThat(IdentityOf.text(store.load().orElseThrow())).isEqualTo(IdentityOf.text(IdentityOf.fresh()));
        assertThat(aside).doesNotExist();
    }

    @Test
    void aFileOfALaterVersionIsRefusedAndNotTouched() {
        String later = new JsonObject(IdentityOf.text(IdentityOf.whole())).put("schema", 3).encode();
        FileOf.secret(file, later);

        assertThatExceptionOfType(StoreException.class).isThrownBy(store::load).withMessageContaining("schema 3")
                .withMessageContaining("Cure: use the version that wrote it").withMessageNotContaining("the-client-secret").withNoCause();
        assertThat(file).hasContent(later);
    }
}
