package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.testing.clock.TestClock;
import org.openchami.auth.testing.token.TokenForge;

import io.vertx.core.json.JsonObject;

class StoredKeysTest {
    private static final URI URL = URI.create("http://hydra:4444/.well-known/jwks.json");
    private static final Duration STALE = Duration.ofHours(24);
    private static final TokenForge FORGE = TokenForge.withNewEcKey();
    private final TestClock clock = TestClock.at(Instant.parse("2030-01-01T00:00:00Z"));
    @TempDir
    Path parent;
    private Path file;

    @BeforeEach
    void name() {
        file = parent.resolve("auth").resolve("smd-keys.json");
    }

    private StoredKeys stored() {
        return stored(URL);
    }

    private StoredKeys stored(URI url) {
        return new StoredKeys(file, url.toString(), STALE, clock, Jwks.reader());
    }

    private KeySet set() {
        return Jwks.reader().read(new JsonObject(FORGE.jwks()), clock.instant(), KeySet.NONE).set();
    }

    private void saved() {
        stored().save(set());
    }

    @Test
    void whatWasSavedIsLoaded() {
        saved();
        clock.advance(Duration.ofHours(1));

        KeySet loaded = stored().load().orElseThrow();

        assertThat(loaded.find(FORGE.kid()).orElseThrow().key()).isEqualTo(FORGE.jwk().getPublicKey());
        assertThat(loaded.readAt()).isEqualTo(Instant.parse("2030-01-01T00:00:00Z"));
    }

    @Test
    void onlyPublicKeysThatCanBeUsedAreWritten() throws IOException {
        String secret = "{\"kty\":\"oct\",\"kid\":\"s\",\"k\":\"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T\"}";
        stored().save(Jwks.reader()
                .read(new JsonObject(FORGE.jwks().replace("[", "[" + secret + ",")), clock.instant(), KeySet.NONE).set());

        assertThat(Files.readString(file)).contains(FORGE.kid()).doesNotContain("oct").doesNotContain("AyM1");
    }

    @Test
    void theFileIsOursAlone() throws IOException {
        saved();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent()))).isEqualTo("rwx------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void noFileIsNoSet() {
        assertThat(stored().load()).isEmpty();
    }

    @Test
    void theSetOfAnotherAddressIsNoneOfOurs() {
        saved();

        assertThat(stored(URI.create("http://other:4444/.well-known/jwks.json")).load()).isEmpty();
    }

    @Test
    void aSetOfTheGreatestAgeIsUsedAndAnOlderOneIsNot() {
        saved();
        clock.advance(STALE.minusMillis(1));
        assertThat(stored().load()).isPresent();

        clock.advance(Duration.ofMillis(1));
        assertThat(stored().load()).isEmpty();
    }

    @Test
    void aSetFromTheFutureIsNotUsed() {
        saved();
        clock.advance(Duration.ofSeconds(-1));

        assertThat(stored().load()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-rw----", "rw----r--"})
    void aFileThatIsOpenToOthersIsNotUsed(String mode) throws IOException {
        saved();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

        assertThat(stored().load()).isEmpty();
    }

    @Test
    void aFolderThatIsOpenToOthersIsNotUsed() throws IOException {
        saved();
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(stored().load()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{}", "<html>", "{\"url\":\"http://hydra:4444/.well-known/jwks.json\"}",
            "{\"url\":\"http://hydra:4444/.well-known/jwks.json\",\"read_at\":\"today\",\"keys\":[]}",
            "{\"url\":\"http://hydra:4444/.well-known/jwks.json\",\"read_at\":\"2029-12-31T23:00:00Z\",\"keys\":[]}"})
    void aDamagedFileIsNotUsedAndTheNextGoodSetReplacesIt(String content) throws IOException {
        saved();
        Files.writeString(file, content);
        assertThat(stored().load()).isEmpty();

        saved();
        assertThat(stored().load()).isPresent();
    }

    @Test
    void aPipeIsNotWaitedForAndTheNextGoodSetReplacesIt() throws Exception {
        saved();
        Files.delete(file);
        Pipe.make(file);
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertThat(stored().load()).isEmpty());

        saved();
        assertThat(stored().load()).isPresent();
    }

    @Test
    void aHugeFileIsNotUsed() throws IOException {
        saved();
        Files.writeString(file, " ".repeat(10_000_000), StandardOpenOption.APPEND);

        assertThat(stored().load()).isEmpty();
    }

    @Test
    void aFolderThatCantBeWrittenCostsTheFileAlone() throws IOException {
        Files.createFile(file.getParent());

        saved();

        assertThat(stored().lacks(set())).isTrue();
    }

    @Test
    void itIsWrittenAgainOnlyIfTheSetChangedOrItsAgeMatters() {
        StoredKeys stored = stored();
        assertThat(stored.lacks(set())).isTrue();
        stored.save(set());
        clock.advance(Duration.ofMinutes(59));
        assertThat(stored.lacks(set())).isFalse();

        assertThat(stored
                .lacks(Jwks.reader().read(new JsonObject(TokenForge.withNewEcKey().jwks()), clock.instant(), KeySet.NONE).set()))
                .isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(stored.lacks(set())).isTrue();
    }

    @Test
    void theOrderInWhichKeysComeIsNoChange() {
        JsonObject two = new JsonObject(FORGE.jwks());
        two.getJsonArray("keys").add(new JsonObject(TokenForge.withNewEcKey().jwks()).getJsonArray("keys").getJsonObject(0));
        StoredKeys stored = stored();
        stored.save(Jwks.reader().read(two, clock.instant(), KeySet.NONE).set());
        two.getJsonArray("keys").add(two.getJsonArray("keys").remove(0));

        assertThat(stored.lacks(Jwks.reader().read(two, clock.instant(), KeySet.NONE).set())).isFalse();
    }
}
