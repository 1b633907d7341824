package org.openchami.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.configuration.ConfigurationException;

class NotBeforeTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("not-before");
    }

    private NotBefore loaded(Optional<Instant> configured, String content) throws IOException {
        Files.writeString(file, content);
        NotBefore notBefore = new NotBefore(configured, Optional.of(file));
        notBefore.load();
        return notBefore;
    }

    private static void revokesUpTo(NotBefore notBefore, Instant instant) {
        assertThat(notBefore.revokes(instant.toEpochMilli() - 1)).isTrue();
        assertThat(notBefore.revokes(instant.toEpochMilli())).isFalse();
    }

    @Test
    void nothingIsRevokedUnlessSomebodySaysSo() {
        assertThat(new NotBefore(Optional.empty(), Optional.empty()).revokes(0)).isFalse();
    }

    @Test
    void theConfigurationSaysIt() {
        revokesUpTo(new NotBefore(Optional.of(NOON), Optional.empty()), NOON);
    }

    @Test
    void theFileSaysIt() throws IOException {
        revokesUpTo(loaded(Optional.empty(), " 2026-11-23T12:00:00Z\n"), NOON);
    }

    @Test
    void theLaterOfBothCounts() throws IOException {
        revokesUpTo(loaded(Optional.of(NOON), "2026-11-23T11:00:00Z"), NOON);
        revokesUpTo(loaded(Optional.of(NOON), "2026-11-23T13:00:00Z"), NOON.plusSeconds(3600));
    }

    @Test
    void anEmptyFileRevokesNothing() throws IOException {
        assertThat(loaded(Optional.empty(), "\n").revokes(0)).isFalse();
    }

    @Test
    void anotherInstantCountsOnceItIsRead() throws IOException {
        NotBefore notBefore = loaded(Optional.empty(), "");
        Files.writeString(file, "2026-11-23T12:00:00Z");
        notBefore.reload();

        revokesUpTo(notBefore, NOON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-11-23", "2026-11-23T12:00:00", "1700000000", "\u0000",
            "2026-11-23T12:00:00Z 2026-11-23T12:00:00Z"})
    void whatIsNoInstantChangesNothing(String content) throws IOException {
        NotBefore notBefore = loaded(Optional.empty(), "2026-11-23T12:00:00Z");
        Files.writeString(file, content);
        notBefore.reload();

        revokesUpTo(notBefore, NOON);
    }

    @Test
    void aFileThatIsGoneChangesNothing() throws IOException {
        NotBefore notBefore = loaded(Optional.empty(), "2026-11-23T12:00:00Z");
        Files.delete(file);
        notBefore.reload();
        revokesUpTo(notBefore, NOON);

        Files.writeString(file, "2026-11-23T12:00:01Z");
        notBefore.reload();
        revokesUpTo(notBefore, NOON.plusSeconds(1));
    }

    @Test
    void whatIsNoRegularFileIsNotOpened() {
        NotBefore device = new NotBefore(Optional.empty(), Optional.of(Path.of("/dev/zero")));

        assertThatThrownBy(device::load).isInstanceOf(ConfigurationException.class).hasMessageContaining("can't be read");
    }

    @Test
    void whatIsLongerThanAnInstantIsNone() {
        assertThatThrownBy(() -> loaded(Optional.empty(), "2026-11-23T12:00:00Z" + " ".repeat(60) + "x"))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("holds no instant");
    }

    @Test
    void aServiceDoesNotStartWithAFileThatCantBeUsed() {
        NotBefore missing = new NotBefore(Optional.empty(), Optional.of(file));
        assertThatThrownBy(missing::load).isInstanceOf(ConfigurationException.class).hasMessageContaining("OCAUTH-0305")
                .hasMessageContaining(file.toString()).hasMessageContaining("Cure:");

        assertThatThrownBy(() -> loaded(Optional.empty(), "now")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("holds no instant");
    }
}
