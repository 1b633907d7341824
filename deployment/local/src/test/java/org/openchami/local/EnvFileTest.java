package org.openchami.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() {
        EnvFile env = new EnvFile(folder.resolve("env"));
        Map<String, String> values = Map.of("SMD_URL", "http://127.0.0.1:27779", "ODD", "it's; $HOME");
        env.write(values);
        assertThat(env.read()).isEqualTo(values);
    }

    @Test
    void aShellReadsTheSame() throws IOException {
        EnvFile env = new EnvFile(folder.resolve("env"));
        env.write(Map.of("ODD", "it's; $HOME"));
        Process shell = new ProcessBuilder("sh", "-c", ". \"$1\"; printf %s \"$ODD\"", "sh", env.path().toString()).start();
        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("it's; $HOME");
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        EnvFile env = new EnvFile(folder.resolve("env"));
        env.write(Map.of());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(env.path()))).isEqualTo("rw-------");
    }

    @Test
    void noFileIsNoRun() {
        assertThat(new EnvFile(folder.resolve("env")).read()).isEmpty();
    }
}
