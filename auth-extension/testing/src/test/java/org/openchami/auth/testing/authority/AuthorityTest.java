package org.openchami.auth.testing.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.testing.clock.TestClock;
import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.http.NoAnswer;
import org.openchami.auth.testing.port.FreePort;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

class AuthorityTest {
    private final TestClock clock = TestClock.at(Instant.now());

    @Test
    void answersWhatItWasToldTo() {
        try (Authority authority = start(Optional.empty())) {
            authority.answer("GET", "/.well-known/jwks.json", ScriptedAnswer.of(503, "busy").as("text/plain").times(1));
            Answer first = jwks(authority);
            assertThat(first.status()).isEqualTo(503);
            assertThat(first.body()).isEqualTo("busy");
            assertThat(first.header("Content-Type")).isEqualTo("text/plain");
            assertThat(jwks(authority).status()).isEqualTo(200);
            assertThat(authority.asked("GET", "/.well-known/jwks.json")).isEqualTo(2);
        }
    }

    @Test
    void answersLateUntilHealed() {
        try (Authority authority = start(Optional.empty())) {
            authority.answer("GET", "/.well-known/jwks.json", ScriptedAnswer.late(Duration.ofMinutes(1)));
            assertThatThrownBy(() -> Call.to(authority.publicUrl(), "/.well-known/jwks.json").timeout(Duration.ofMillis(300)).get())
                    .isInstanceOf(NoAnswer.class);
            authority.heal();
            assertThat(jwks(authority).status()).isEqualTo(200);
        }
    }

    @Test
    void aTokenEndsWithItsLifespanByTheClockGiven() {
        try (Authority authority = start(Optional.empty())) {
            addClient(authority);
            String token = Call.to(authority.publicUrl(), "/oauth2/token")
                    .form(Map.of("grant_type", "client_credentials", "client_id", "a", "client_secret", "a-secret")).json()
                    .getString("access_token");
            assertThat(isActive(authority, token)).isTrue();
            clock.advance(Duration.ofMinutes(6));
            assertThat(isActive(authority, token)).isFalse();
        }
    }

    @Test
    void frozenItAnswersNothingAndThenAll() {
        try (Authority authority = start(Optional.empty())) {
            authority.pause();
            assertThatThrownBy(() -> Call.to(authority.publicUrl(), "/health/ready").timeout(Duration.ofMillis(300)).get())
                    .isInstanceOf(NoAnswer.class);
            authority.resume();
            assertThat(Call.to(authority.publicUrl(), "/health/ready").get().status()).isEqualTo(200);
        }
    }

    @Test
    void clientsAndKeysStayInADirectory(@TempDir Path temporary) throws IOException {
        Path directory = temporary.resolve("authority");
        String keys;
        try (Authority first = start(Optional.of(directory))) {
            addClient(first);
            keys = jwks(first).body();
        }
        try (Authority second = start(Optional.of(directory))) {
            assertThat(Call.to(second.adminUrl(), "/admin/clients/a").get().status()).isEqualTo(200);
            assertThat(jwks(second).json()).isEqualTo(new JsonObject(keys));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("authority.json"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory))).isEqualTo("rwx------");
    }

    private Authority start(Optional<Path> directory) {
        int port = FreePort.next();
        return Authority
                .start(new AuthorityOptions(port, FreePort.next(), "http://127.0.0.1:" + port, Duration.ofMinutes(5), false, directory,
                        clock));
    }

    private static Answer jwks(Authority authority) {
        return Call.to(authority.publicUrl(), "/.well-known/jwks.json").get();
    }

    private static boolean isActive(Authority authority, String token) {
        return Call.to(authority.adminUrl(), "/admin/oauth2/introspect").form(Map.of("token", token)).json().getBoolean("active");
    }

    private static void addClient(Authority authority) {
        Call.to(authority.adminUrl(), "/admin/clients").json("POST", new JsonObject().put("client_id", "a").put("client_secret", "a-secret")
                .put("token_endpoint_auth_method", "client_secret_post").put("grant_types", new JsonArray().add("client_credentials")))
                .expect(201, "POST /admin/clients");
    }
}
