package org.openchami.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.config.SecretSource;
import org.openchami.auth.secret.Secret;

class InitialAccessTokenTest {

    @TempDir
    Path folder;

    private static Optional<String> value(SecretSource source) {
        return new InitialAccessToken(Optional.of(source)).get().map(Secret::reveal);
    }

    private Path file(String content, String mode) throws IOException {
        Path file = folder.resolve("token");
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    @Test
    void whereNoneIsConfiguredNoneIsSent() {
        assertThat(new InitialAccessToken(Optional.empty()).get()).isEmpty();
    }

    @Test
    void aValueIsUsedAsItIs() {
        assertThat(value(new SecretSource.Value("initial"))).contains("initial");
    }

    @Test
    void aFileIsReadAnewEachTime() throws IOException {
        InitialAccessToken token = new InitialAccessToken(Optional.of(new SecretSource.InFile(file("first\n", "rw-------"))));
        assertThat(token.get().map(Secret::reveal)).contains("first");

        Files.writeString(folder.resolve("token"), "second\n");

        assertThat(token.get().map(Secret::reveal)).contains("second");
    }

    @Test
    void aFileThatOthersMayReadIsRefusedWithTheCure() throws IOException {
        SecretSource source = new SecretSource.InFile(file("initial", "rw-r--r--"));

        assertThat(catchThrowable(() -> value(source))).isInstanceOf(RegistrationException.class).hasMessageContaining("Cure: ")
                .hasMessageContaining("chmod 600").message().doesNotContain("initial");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "line\nbreak", "\u00e4"})
    void whatNoHeaderCarriesIsRefusedAndNotShown(String token) {
        assertThat(catchThrowable(() -> value(new SecretSource.Value(token)))).isInstanceOf(RegistrationException.class)
                .message().doesNotContain(token);
    }
}
