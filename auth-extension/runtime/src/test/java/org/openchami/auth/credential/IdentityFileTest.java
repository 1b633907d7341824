package org.openchami.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.secret.FileOf;
import org.openchami.auth.testing.clock.TestClock;

class IdentityFileTest {
    @TempDir
    Path temporary;

    private final TestClock clock = TestClock.at(IdentityOf.SINCE);
    private Path file;
    private Path folder;
    private IdentityStore store;

    @BeforeEach
    void open() {
        folder = temporary.resolve("state").resolve("auth");
        file = folder.resolve("bss.json");
        store = IdentityStore.inFile(file, Optional.empty(), clock);
    }

    static Stream<StoredIdentity> identities() {
        return Stream.of(IdentityOf.fresh(), IdentityOf.registered("fingerprint"), IdentityOf.whole(),
                IdentityOf.whole().settled(true).with(StoredRefresh.NONE),
                IdentityOf.fresh().with(KeyRing.of(SigningKey.generate(KeyAlgorithm.RS256), IdentityOf.SINCE)));
    }

    @ParameterizedTest
    @MethodSource("identities")
    void whatWasStoredIsLoaded(StoredIdentity identity) {
        store.save(identity);

        assertThat(IdentityOf.text(store.load().orElseThrow())).isEqualTo(IdentityOf.text(identity));
    }

    @Test
    void nothingIsLoadedWhereNothingWasStored() {
        assertThat(store.load()).isEmpty();
    }

    @Test
    void theFileIsTheOwnersAlone() throws IOException {
        store.save(IdentityOf.whole());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
    }

    @Test
    void aSecondSaveReplacesTheFirstAndLeavesNothingElse() throws IOException {
        store.save(IdentityOf.fresh());
        store.save(IdentityOf.registered("second"));

        assertThat(store.load().flatMap(StoredIdentity::client).flatMap(StoredClient::acknowledged)).contains("second");
        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("bss.json", "bss.lock");
        }
    }

    @Test
    void aClearedStoreIsEmpty() {
        store.save(IdentityOf.fresh());
        store.clear();
        store.clear();

        assertThat(store.load()).isEmpty();
    }

    @Test
    void ofTwoFirstIdentitiesTheQuickerOneIsKept() {
        StoredIdentity late = IdentityOf.fresh().with(KeyRing.of(SigningKey.generate(), IdentityOf.SINCE));

        assertThat(IdentityOf.text(store.create(IdentityOf.fresh()))).isEqualTo(IdentityOf.text(IdentityOf.fresh()));
        assertThat(IdentityOf.text(store.create(late))).isEqualTo(IdentityOf.text(IdentityOf.fresh()));
        assertThat(IdentityOf.text(store.load().orElseThrow())).isEqualTo(IdentityOf.text(IdentityOf.fresh()));
    }

    private void refused(String cure) {
        assertThatExceptionOfType(StoreException.class).isThrownBy(store::load).withMessageEndingWith(cure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-", "rwxr-xr-x"})
    void aFileThatOthersMayReadOrWriteIsRefusedWithTheLineThatCuresIt(String mode) throws IOException {
        store.save(IdentityOf.fresh());
        FileOf.mode(file, mode);

        refused("Cure: chmod 600 " + file);
    }

    @Test
    void aFolderThatOthersMayOpenIsRefused() throws IOException {
        store.save(IdentityOf.fresh());
        FileOf.mode(folder, "rwxr-xr-x");

        refused("Cure: chmod 700 " + folder);
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.save(IdentityOf.whole()))
                .withMessageEndingWith("Cure: chmod 700 " + folder);
        assertThatExceptionOfType(StoreException.class).isThrownBy(store::tryLock).withMessageEndingWith("Cure: chmod 700 " + folder);
        FileOf.mode(folder, "rwx------");
        assertThat(IdentityOf.text(store.load().orElseThrow())).isEqualTo(IdentityOf.text(IdentityOf.fresh()));
    }

    @Test
    void aFileOfSomebodyElseIsRefused() throws IOException {
        store.save(IdentityOf.fresh());
        assumeTrue((int) Files.getAttribute(file, "unix:uid") == 0, "only root can give files away");
        Files.setAttribute(file, "unix:uid", 12345);

        refused("Cure: chown 0 " + file);
    }

    @Test
    void aLinkThatLeadsOutOfTheFolderIsRefusedAndNotReplaced() throws IOException {
        store.save(IdentityOf.fresh());
        Path elsewhere = Files.move(file, temporary.resolve("elsewhere.json"));
        Files.createSymbolicLink(file, elsewhere);

        refused("Cure: name the file itself: " + elsewhere.toRealPath());
        assertThat(file).isSymbolicLink();
    }

    @Test
    void aFolderThatIsAFileIsRefusedWithItsCure() throws IOException {
        Files.createDirectories(folder.getParent());
        Files.createFile(folder);

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.save(IdentityOf.fresh()))
                .withMessageContaining("openchami.auth.store.directory");
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.create(IdentityOf.fresh()))
                .withMessageContaining("openchami.auth.store.directory");
    }

    @Test
    void aWriteThatFailsLeavesNothingBehind() throws IOException {
        Files.createDirectories(file.resolve("in the way"));
        FileOf.mode(folder, "rwx------");

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.save(IdentityOf.fresh()));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatAKilledWriterLeftIsRemovedOnceItIsAMinuteOldAndNobodyHoldsTheLock() throws IOException {
        store.save(IdentityOf.fresh());
        Path left = FileOf.secret(folder.resolve("next-123.json"), "half");
        Files.setLastModifiedTime(left, FileTime.from(clock.instant()));
        store.load();
        assertThat(left).exists();

        clock.advance(Duration.ofSeconds(61));
        IdentityStore.Lock lock = store.tryLock().orElseThrow();
        store.load();
        assertThat(left).exists();

        lock.close();
        store.load();
        assertThat(left).doesNotExist();
    }

    @Test
    void whatAWriterLeftThatWasKilledBeforeItsFirstIdentityIsRemovedToo() throws IOException {
        store.tryLock().orElseThrow().close();
        Path left = FileOf.secret(folder.resolve("next-123.json"), "half");
        Files.setLastModifiedTime(left, FileTime.from(clock.instant().minusSeconds(61)));

        assertThat(store.load()).isEmpty();
        assertThat(left).doesNotExist();
    }
}
