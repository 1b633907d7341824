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
import org.openchami.auth.secret.Secret;
import org.openchami.auth.testing.clock.TestClock;

class EncryptedIdentityTest {
    private static final Secret KEY = ClientSecret.generate(IdentityOf.SINCE).value();

    @TempDir
    Path folder;

    private final StoredIdentity identity = IdentityOf.whole();
    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("bss.json");
    }

    private IdentityStore store(Secret key) {
        return IdentityStore.inFile(file, Optional.ofNullable(key), TestClock.at(IdentityOf.SINCE));
    }

    private void isEncrypted() throws IOException {
        assertThat(Files.readString(file)).contains("\"schema\" : 2").doesNotContain("the-client-secret", "the-refresh-token", "\"d\"",
                "bss",
                KEY.reveal());
    }

    private void refused(IdentityStore store, String problem) throws IOException {
        String content = Files.readString(file);

        assertThatExceptionOfType(StoreException.class).isThrownBy(store::load).withMessageContaining(file + " is encrypted")
                .withMessageContaining(problem).withMessageContaining("Cure: set the key that it was written with")
                .withMessageNotContaining(KEY.reveal()).withNoCause();
        assertThat(file).hasContent(content);
    }

    @Test
    void whatWasStoredIsLoadedAndNobodyElseReadsIt() throws IOException {
        store(KEY).save(identity);

        isEncrypted();
        assertThat(IdentityOf.text(store(KEY).load().orElseThrow())).isEqualTo(IdentityOf.text(identity));
    }

    @Test
    void eachWriteLooksDifferent() throws IOException {
        store(KEY).save(identity);
        String first = Files.readString(file);
        store(KEY).save(identity);

        assertThat(file).content().isNotEqualTo(first);
    }

    @Test
    void theFirstIdentityIsEncryptedToo() throws IOException {
        store(KEY).create(identity);

        isEncrypted();
    }

    @Test
    void anotherKeyIsRefusedAndTheFileNotTouched() throws IOException {
        store(KEY).save(identity);

        refused(store(ClientSecret.generate(IdentityOf.SINCE).value()), "with another key than openchami.auth.store.key");
    }

    @Test
    void noKeyIsRefusedAndTheFileNotTouched() throws IOException {
        store(KEY).save(identity);

        refused(store(null), "there is no openchami.auth.store.key");
    }

    @Test
    void aFileFromBeforeThereWasAKeyIsEncryptedWhenItIsLoaded() throws IOException {
        store(null).save(identity);

        assertThat(IdentityOf.text(store(KEY).load().orElseThrow())).isEqualTo(IdentityOf.text(identity));
        isEncrypted();
        assertThat(IdentityOf.text(store(KEY).load().orElseThrow())).isEqualTo(IdentityOf.text(identity));
    }

    @Test
    void aFileFromBeforeThereWasAKeyIsLeftToTheHolderOfTheLock() throws IOException {
        store(null).save(identity);
        try (IdentityStore.Lock held = store(null).tryLock().orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(IdentityOf.text(store(KEY).load().orElseThrow())).isEqualTo(IdentityOf.text(identity));
            assertThat(file).content().contains("the-client-secret");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s3cret", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "!!!"})
    void whatIsNo256BitKeyIsRefusedWithTheLineThatMakesOne(String key) {
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store(Secret.of(key)))
                .withMessageEndingWith("Cure: make one: openssl rand -base64 32").withMessageNotContaining("s3cret").withNoCause();
    }
}
