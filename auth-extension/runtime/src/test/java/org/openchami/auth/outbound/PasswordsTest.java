package org.openchami.auth.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.IdentityUnavailableException;
import org.openchami.auth.config.Configured;
import org.openchami.auth.config.Settings;
import org.openchami.auth.secret.FileOf;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;

/** What a peer is shown that knows no tokens: RFC 7617. */
class PasswordsTest {
    private static final String PEER = "openchami.auth.peers.legacy.";
    private final Vertx vertx = Vertx.vertx();

    @TempDir
    Path folder;
    private Path file;

    @BeforeEach
    void write() {
        file = FileOf.secret(folder.resolve("password"), "Aladdin's lamp\n");
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Settings settings(String key, String value) {
        return Configured.with(PEER + "url", "http://legacy:80", PEER + "authentication", "basic", PEER + "username", "Jürgen", PEER + key,
                value);
    }

    private String shown(Settings settings) {
        String header = new Passwords(settings, vertx).header(settings.peers().get("legacy")).await().atMost(Duration.ofSeconds(30))
                .reveal();
        assertThat(header).startsWith("Basic ");
        return new String(Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8);
    }

    @Test
    void theUserNameAndThePasswordAreWrittenInUtf8() {
        assertThat(shown(settings("password", "pass:wörd"))).isEqualTo("Jürgen:pass:wörd");
    }

    @Test
    void aPasswordFileIsReadForEveryCall() throws IOException {
        Settings settings = settings("password-file", file.toString());
        assertThat(shown(settings)).isEqualTo("Jürgen:Aladdin's lamp");

        Files.writeString(file, "another");

        assertThat(shown(settings)).isEqualTo("Jürgen:another");
    }

    @Test
    void aFileThatOthersMayReadStopsTheStart() throws IOException {
        FileOf.mode(file, "rw-r--r--");
        Passwords passwords = new Passwords(settings("password-file", file.toString()), vertx);

        assertThatThrownBy(() -> passwords.check(new StartupEvent())).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("openchami.auth.peers.legacy.password-file").hasMessageContaining("Cure: chmod 600")
                .hasMessageNotContaining("Aladdin");
    }

    @Test
    void aFileThatGoesAwayLaterFailsTheCallAndSaysNothingOfTheSecret() throws IOException {
        Settings settings = settings("password-file", file.toString());
        new Passwords(settings, vertx).check(new StartupEvent());
        Files.delete(file);

        Throwable failure = catchThrowable(() -> shown(settings));

        assertThat(failure).isInstanceOf(IdentityUnavailableException.class).hasMessage("the password for 'legacy' can't be read");
    }

    @Test
    void aPeerWithAPasswordNeedsNoIdentityOfOurs() {
        assertThat(settings("password", "p").speaks()).isFalse();
    }
}
