package org.openchami.auth.testing.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openchami.auth.testing.authority.Authority;
import org.openchami.auth.testing.authority.AuthorityOptions;
import org.openchami.auth.testing.http.Answer;
import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.http.NoAnswer;
import org.openchami.auth.testing.port.FreePort;
import org.openchami.auth.testing.token.TokenForge;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

class KeyServerTest {
    private static final int PORT = FreePort.next();
    private static final Authority AUTHORITY = Authority.start(new AuthorityOptions(PORT, FreePort.next(), "http://127.0.0.1:" + PORT,
            Duration.ofMinutes(5), false, Optional.empty(), Clock.systemUTC()));
    private final KeyServer server = KeyServer.before(PORT);

    @AfterEach
    void close() {
        server.close();
    }

    @AfterAll
    static void end() {
        AUTHORITY.close();
    }

    @Test
    void servesWhatTheAuthorityPublishes() {
        assertThat(ask().array("keys")).isEqualTo(new Keys(Call.to(AUTHORITY.publicUrl(), "/.well-known/jwks.json").get()).array("keys"));
        assertThat(server.asked()).hasSize(1);
        assertThat(server.served()).hasSize(1);
    }

    @Test
    void publishesAKeyThatTheAuthorityDoesNotHaveYet() {
        JsonObject next = new JsonObject(TokenForge.withNewEcKey().jwks()).getJsonArray("keys").getJsonObject(0);
        int before = ask().array("keys").size();
        server.publishEarly(next);
        assertThat(ask().array("keys")).hasSize(before + 1).contains(next);
    }

    @Test
    void refusesConnectionsWhenItIsDownUntilItIsHealed() {
        server.misbehave(KeyFault.DOWN);
        assertThatThrownBy(this::ask).isInstanceOf(NoAnswer.class);
        server.heal();
        assertThat(ask().answer().status()).isEqualTo(200);
    }

    @Test
    void notesWhoFollowsARedirect() {
        server.misbehave(KeyFault.REDIRECT);
        Answer answer = ask().answer();
        assertThat(answer.status()).isEqualTo(302);
        assertThat(server.strays()).isEmpty();
        assertThat(Call.to(server.url(), answer.header("Location")).get().json().getJsonArray("keys")).isNotEmpty();
        assertThat(server.strays()).hasSize(1);
    }

    @Test
    void whatIsTooLongHoldsTheRightKeys() {
        JsonArray keys = ask().array("keys");
        server.misbehave(KeyFault.OVERSIZE);
        Answer answer = ask().answer();
        assertThat(answer.body()).hasSizeGreaterThan(10_000_000);
        assertThat(answer.json().getJsonArray("keys")).isEqualTo(keys);
    }

    @Test
    void whatDripsBeginsWell() throws Exception {
        server.misbehave(KeyFault.DRIP);
        try (InputStream answer = server.keys().toURL().openStream()) {
            assertThat(answer.readNBytes(5)).asString(StandardCharsets.US_ASCII).isEqualTo("{    ");
        }
    }

    @ParameterizedTest
    @EnumSource(value = KeyFault.class, names = {"ERROR", "HTML", "EMPTY", "REDIRECT"})
    void givesNoKeyWhenItMisbehaves(KeyFault fault) {
        server.misbehave(fault);
        assertThat(ask().answer().body()).doesNotContain("\"kid\"");
        assertThat(server.served()).isEmpty();
    }

    @Test
    void answersWhatItHeldWhenItIsReleased() throws Exception {
        server.hold();
        CompletableFuture<Keys> asked = CompletableFuture.supplyAsync(this::ask);
        while (server.asked().isEmpty()) {
            Thread.sleep(5);
        }
        assertThat(asked).isNotDone();
        server.release();
        assertThat(asked.get(20, TimeUnit.SECONDS).answer().status()).isEqualTo(200);
    }

    private Keys ask() {
        return new Keys(Call.to(server.keys()).get());
    }

    private record Keys(Answer answer) {
        JsonArray array(String name) {
            return answer.json().getJsonArray(name);
        }
    }
}
