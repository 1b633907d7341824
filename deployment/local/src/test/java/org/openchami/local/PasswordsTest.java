package org.openchami.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordsTest {
    @TempDir
    Path folder;

    @Test
    void aPasswordStaysTheSame() {
        Passwords passwords = new Passwords(folder.resolve("secrets"));
        assertThat(passwords.of("smd")).isEqualTo(passwords.of("smd")).hasSize(43).isNotEqualTo(passwords.of("bss"));
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        new Passwords(folder.resolve("secrets")).of("smd");
        assertThat(mode(folder.resolve("secrets"))).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("secrets").resolve("smd"))).isEqualTo("rw-------");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
