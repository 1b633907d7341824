package org.openchami.auth.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() {
        file = FileOf.secret(folder.resolve("client-secret"), "s3cret\n");
    }

    private static ThrowableAssertAlternative<?> refusal(Path path) {
        return assertThatExceptionOfType(SecretFileException.class).isThrownBy(() -> SecretFile.read(path))
                .withMessageStartingWith(path.toString()).withMessageNotContaining("s3cret").withNoCause();
    }

    /** Somebody who is neither root nor us; only root can make files theirs. */
    private static void giveAway(Path path) throws IOException {
        assumeTrue(Access.us() == 0, "only root can give files away");
        Files.setAttribute(path, "unix:uid", 12345);
    }

    @ParameterizedTest
    @CsvSource({"'s3cret\n', 's3cret'", "'s3cret', 's3cret'", "'s3cret\r\n', 's3cret'", "'s3cret\n\n', 's3cret\n'", "' s3 \n', ' s3 '"})
    void oneLineEndAfterTheSecretIsNoPartOfIt(String content, String secret) {
        assertThat(SecretFile.read(FileOf.secret(file, content)).reveal()).isEqualTo(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rw-rw-rw-", "rwxrwxrwx"})
    void aFileThatOthersMayReadOrWriteIsRefusedWithTheLineThatCuresIt(String mode) throws IOException {
        FileOf.mode(file, mode);

        refusal(file).withMessageEndingWith("Cure: chmod 600 " + file);
    }

    @Test
    void aFileOfSomebodyElseIsRefusedWithTheLineThatCuresIt() throws IOException {
        giveAway(file);

        refusal(file).withMessageContaining("12345").withMessageEndingWith("Cure: chown 0 " + file);
    }

    @Test
    void aFolderOfSomebodyElseIsRefusedWithTheLineThatCuresIt() throws IOException {
        giveAway(folder);

        assertThatExceptionOfType(SecretFileException.class).isThrownBy(() -> SecretFile.read(file))
                .withMessageEndingWith("Cure: chown 0 " + folder.toRealPath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwx---", "rwx----w-", "rwxrwxrwx"})
    void aFolderThatOthersMayWriteIsRefusedWithTheLineThatCuresIt(String mode) throws IOException {
        FileOf.mode(folder, mode);

        refusal(file).withMessageEndingWith("Cure: chmod go-w " + folder.toRealPath());
    }

    @Test
    void aFolderThatOthersMayReadIsFine() throws IOException {
        FileOf.mode(folder, "rwxr-xr-x");

        assertThat(SecretFile.read(file).reveal()).isEqualTo("s3cret");
    }

    @Test
    void aLinkThatLeadsOutOfItsFolderIsRefused() throws IOException {
        Path link = Files.createSymbolicLink(Files.createDirectory(folder.resolve("mounted")).resolve("key"), file);

        refusal(link).withMessageContaining("leads out of its folder").withMessageEndingWith(file.toRealPath().toString());
    }

    /** {@code key -> ..data/key}, {@code ..data -> ..2030_01_01/}, in a folder that all may write and that is sticky. */
    @Test
    void theLinksThatKubernetesMakesAreFollowed() throws IOException {
        Path mounted = Files.createDirectory(folder.resolve("mounted"));
        Files.setAttribute(mounted, "unix:mode", 01777);
        Path version = Files.createDirectory(mounted.resolve("..2030_01_01"));
        FileOf.secret(version.resolve("key"), "s3cret");
        Files.createSymbolicLink(mounted.resolve("..data"), version.getFileName());
        Path key = Files.createSymbolicLink(mounted.resolve("key"), Path.of("..data", "key"));

        assertThat(SecretFile.read(key).reveal()).isEqualTo("s3cret");

        FileOf.mode(version.resolve("key"), "rw-r--r--");
        refusal(key).withMessageContaining("defaultMode: 0400");
    }

    @Test
    void aFileThatIsMissingIsRefused() {
        refusal(folder.resolve("absent")).withMessageContaining("missing").withMessageContaining("Cure:");
    }

    @Test
    void aLinkToNothingIsRefused() throws IOException {
        refusal(Files.createSymbolicLink(folder.resolve("link"), folder.resolve("absent"))).withMessageContaining("missing");
    }

    @Test
    void aFolderIsRefused() throws IOException {
        refusal(Files.createDirectory(folder.resolve("inner"))).withMessageContaining("is no file").withMessageContaining("Cure:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "  \n"})
    void anEmptyFileIsRefused(String content) {
        refusal(FileOf.secret(file, content)).withMessageContaining("is empty").withMessageContaining("Cure:");
    }

    @Test
    void aFileOfMoreThan64KiBIsRefused() {
        assertThat(SecretFile.read(FileOf.secret(file, "x".repeat(64 * 1024))).reveal()).hasSize(64 * 1024);
        refusal(FileOf.secret(file, "x".repeat(64 * 1024 + 1))).withMessageContaining("more than 64 KiB");
    }

    @Test
    void whatIsNoTextIsRefusedAsASecretAndReadAsBytes() {
        byte[] binary = {(byte) 0xFF, (byte) 0xFE, 0, 1};

        refusal(FileOf.secret(file, binary)).withMessageContaining("holds no text");
        assertThat(SecretFile.bytes(file)).isEqualTo(binary);
        refusal(FileOf.secret(file, "s3cret\0")).withMessageContaining("holds no text");
    }
}
