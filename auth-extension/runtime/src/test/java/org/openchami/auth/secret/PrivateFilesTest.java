package org.openchami.auth.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateFilesTest {
    @TempDir
    Path folder;

    private static void refused(Path path, String cure) {
        assertThatExceptionOfType(SecretFileException.class).isThrownBy(() -> PrivateFiles.require(path)).withMessageEndingWith(cure);
    }

    @Test
    void aFolderThatIsMissingIsMadeForItsOwnerAlone() throws IOException {
        Path made = folder.resolve("state").resolve("auth");
        PrivateFiles.folder(made);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made))).isEqualTo("rwx------");
    }

    @Test
    void whatIsWrittenIsItsOwnersAlone() throws IOException {
        Path written = PrivateFiles.write(folder, "content");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written))).isEqualTo("rw-------");
        assertThat(written).hasContent("content");
        PrivateFiles.require(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-x---", "rwx-----x", "rwxrwxrwx"})
    void aFolderThatOthersMayOpenIsRefused(String mode) throws IOException {
        refused(FileOf.mode(folder, mode), "Cure: chmod 700 " + folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw-----w-"})
    void aFileThatOthersMayOpenIsRefused(String mode) throws IOException {
        Path file = FileOf.mode(PrivateFiles.write(folder, "content"), mode);

        refused(file, "Cure: chmod 600 " + file);
    }

    @Test
    void whatSomebodyElseOwnsIsRefused() throws IOException {
        assumeTrue(Access.us() == 0, "only root can give files away");
        Path file = PrivateFiles.write(folder, "content");
        Files.setAttribute(file, "unix:uid", 12345);

        refused(file, "Cure: chown 0 " + file);
    }

    @Test
    void aLinkOutOfItsFolderIsRefused() throws IOException {
        Path file = PrivateFiles.write(folder, "content");
        Path link = Files.createSymbolicLink(Files.createDirectory(folder.resolve("inner")).resolve("link"), file);

        refused(link, "Cure: name the file itself: " + file.toRealPath());
    }

    @Test
    void whatFoundNoPlaceIsRemoved() throws IOException {
        Path file = PrivateFiles.write(folder, "content");
        PrivateFiles.discard(file);
        PrivateFiles.discard(file);
        PrivateFiles.discard(null);

        assertThat(folder).isEmptyDirectory();
    }
}
