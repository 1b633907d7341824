package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.authority.ScriptedServer;
import org.openchami.auth.authority.ScriptedServer.Reply;
import org.openchami.auth.authority.UnavailableException;
import org.openchami.auth.config.Configured;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.IdentityStore;
import org.openchami.auth.credential.SigningKey;
import org.openchami.auth.registration.AdminOf;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

class RegistrationTest {
    private static Vertx vertx;

    @TempDir
    Path folder;

    private final ScriptedServer hydra = new ScriptedServer();

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void close() {
        hydra.close();
    }

    private IdentityStore store() {
        return new IdentityStore(folder.resolve("auth").resolve("bss.json"));
    }

    /** This service as it starts: everything it knows is in its store. */
    private Registration started(String... pairs) {
        String[] base = {"quarkus.application.name", "bss", "openchami.auth.registration.url", hydra.uri("").toString(),
                "openchami.auth.peers.smd.url", "http://smd:27779", "openchami.auth.store.directory", folder.resolve("auth").toString()};
        Settings settings = Configured.with(Stream.concat(Stream.of(base), Stream.of(pairs)).toArray(String[]::new));
        Registration registration = new Registration(vertx, settings, AdminOf.settings(vertx, settings));
        registration.load();
        return registration;
    }

    private static <T> T get(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(30));
    }

    private List<String> asked() {
        return hydra.requests().stream().map(ScriptedServer.Request::method).toList();
    }

    @Test
    void theKeyIsStoredBeforeAnythingIsAsked() {
        Registration registration = started();

        assertThat(store().load().orElseThrow().registered()).isEmpty();
        assertThat(registration.held()).isFalse();
        assertThat(hydra.requests()).isEmpty();
    }

    @Test
    void whatWasAcknowledgedIsStored() {
        hydra.answer(201, "{}");
        Registration registration = started();

        SigningKey key = get(registration.ensure());

        assertThat(registration.held()).isTrue();
        assertThat(store().load().orElseThrow().registered()).isPresent();
        assertThat(store().load().orElseThrow().key().kid()).isEqualTo(key.kid());
    }

    @Test
    void aSecondStartAsksNothing() {
        hydra.answer(201, "{}");
        SigningKey first = get(started().ensure());

        SigningKey second = get(started().ensure());

        assertThat(second.kid()).isEqualTo(first.kid());
        assertThat(asked()).containsExactly("POST");
    }

    @Test
    void aThousandCallersMakeOneRegistration() {
        hydra.hang();
        hydra.answer(201, "{}");
        Registration registration = started();
        var callers = IntStream.range(0, 1_000).parallel().mapToObj(i -> registration.ensure().subscribe().asCompletionStage()).toList();

        hydra.wake();

        assertThat(callers).allSatisfy(caller -> assertThat(caller).succeedsWithin(Duration.ofSeconds(30)));
        assertThat(asked()).containsExactly("POST");
    }

    @Test
    void aFailedRegistrationIsTriedAgainWithTheSameKey() {
        hydra.answer(500, "");
        Registration registration = started();
        assertThat(catchThrowable(() -> get(registration.ensure()))).isInstanceOf(UnavailableException.class);
        String kid = store().load().orElseThrow().key().kid();

        hydra.answer(201, "{}");

        assertThat(get(registration.ensure()).kid()).isEqualTo(kid);
    }

    @Test
    void aLostAnswerIsHarmless() {
        String kid = started().load().kid();
        hydra.script(request -> request.method().equals("POST")
                ? Reply.of(409, "{}")
                : Reply.of(200, "{\"jwks\":{\"keys\":[{\"kid\":\"" + kid + "\"}]}}"));

        assertThat(get(started().ensure()).kid()).isEqualTo(kid);
    }

    @Test
    void aChangedConfigurationUpdatesTheRegistration() {
        hydra.answer(201, "{}");
        String kid = get(started().ensure()).kid();
        hydra.answer(200, "{}");

        SigningKey key = get(started("openchami.auth.peers.smd.scopes", "smd.read,smd.write").ensure());

        assertThat(key.kid()).isEqualTo(kid);
        assertThat(asked()).containsExactly("POST", "GET", "PUT");
        assertThat(hydra.requests().get(2).body()).contains("smd.read smd.write");
    }

    @Test
    void aRegistrationThatIsGoneIsMadeAgain() {
        hydra.answer(201, "{}");
        Registration registration = started();
        get(registration.ensure());
        hydra.script(request -> Reply.of(request.method().equals("GET") ? 404 : 201, "{}"));

        assertThat(get(registration.lost())).isTrue();
        get(registration.ensure());

        assertThat(asked()).containsExactly("POST", "GET", "POST");
    }

    @Test
    void anAuthorityThatCantTellDoesNotCostTheRegistration() {
        hydra.answer(201, "{}");
        Registration registration = started();
        get(registration.ensure());
        hydra.answer(500, "");

        assertThat(catchThrowable(() -> get(registration.lost()))).isInstanceOf(UnavailableException.class);
        assertThat(registration.held()).isTrue();
    }
}
