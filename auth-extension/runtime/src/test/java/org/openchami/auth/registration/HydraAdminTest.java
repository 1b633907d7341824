package org.openchami.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.authority.Asking;
import org.openchami.auth.authority.ScriptedServer;
import org.openchami.auth.authority.ScriptedServer.Reply;
import org.openchami.auth.authority.ScriptedServer.Request;
import org.openchami.auth.authority.UnavailableException;
import org.openchami.auth.config.Configured;
import org.openchami.auth.config.Settings;
import org.openchami.auth.credential.SigningKey;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

class HydraAdminTest {
    private static Vertx vertx;

    private final ScriptedServer hydra = new ScriptedServer();
    private final Settings settings = Configured.with("quarkus.application.name", "bss", "openchami.auth.registration.url",
            hydra.uri("").toString(), "openchami.auth.peers.smd.url", "http://smd:27779");
    private final HydraAdmin admin = new HydraAdmin(Asking.with(vertx, settings), settings);
    private final SigningKey key = SigningKey.generate();
    private final ClientMetadata metadata = ClientMetadata.of(settings, key);

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

    private static <T> T get(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(30));
    }

    /** The statuses by method; a GET that is found shows a client with the key of this id. */
    private void hydraAnswers(Map<String, Integer> statuses, String kid) {
        String client = "{\"client_id\":\"bss\",\"jwks\":{\"keys\":[{\"kid\":\"" + kid + "\"}]}}";
        hydra.script(request -> Reply.of(statuses.get(request.method()), request.method().equals("GET") ? client : "{}"));
    }

    private List<String> asked() {
        return hydra.requests().stream().map(request -> request.method() + " " + request.path()).toList();
    }

    @Test
    void aNewClientIsMadeWithOneRequest() {
        hydraAnswers(Map.of("POST", 201), "");

        get(admin.register(metadata));

        assertThat(hydra.requests()).containsExactly(new Request("POST", "/admin/clients", metadata.toJson().encode()));
    }

    @Test
    void aClientThatIsThereWithOurKeyStaysOurs() {
        hydraAnswers(Map.of("POST", 409, "GET", 200, "PUT", 200), key.kid());

        get(admin.register(metadata));

        assertThat(asked()).startsWith("POST /admin/clients", "GET /admin/clients/bss").doesNotContain("DELETE /admin/clients/bss");
    }

    @Test
    void aClientThatIsThereWithAnotherKeyIsGivenOurs() {
        hydraAnswers(Map.of("POST", 409, "GET", 200, "PUT", 200), "other");

        get(admin.register(metadata));

        assertThat(asked()).containsExactly("POST /admin/clients", "GET /admin/clients/bss", "PUT /admin/clients/bss");
        assertThat(hydra.requests().get(2).body()).contains(key.kid());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404})
    void aRefusalSaysWhatTheAuthoritySaidAndTheCure(int status) {
        hydra.answer(status, "{\"error\":\"invalid_client_metadata\",\"error_description\":\"no such scope\"}");

        assertThat(catchThrowable(() -> get(admin.register(metadata)))).isInstanceOf(RegistrationException.class)
                .hasMessageContaining("HTTP " + status + ": no such scope")
                .hasMessageContaining("Cure: check openchami.auth.registration.url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{\"error\":{\"a\":1}}", "[]", "{\"error_description\":7}"})
    void aRefusalWithoutAReasonIsARefusalAllTheSame(String body) {
        hydra.answer(400, body);

        assertThat(catchThrowable(() -> get(admin.register(metadata)))).isInstanceOf(RegistrationException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 429, 500, 503})
    void anAuthorityThatCantAnswerNowIsUnavailable(int status) {
        hydra.answer(status, "{}");

        assertThat(catchThrowable(() -> get(admin.register(metadata)))).isInstanceOf(UnavailableException.class);
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (ScriptedServer target = new ScriptedServer()) {
            hydra.answer(Reply.redirect(target.uri("/admin/clients")));

            assertThat(catchThrowable(() -> get(admin.register(metadata)))).isInstanceOf(UnavailableException.class);
            assertThat(target.requests()).isEmpty();
        }
    }

    @Test
    void ourClientWithOurKeyIsHeld() {
        hydraAnswers(Map.of("GET", 200), key.kid());

        assertThat(get(admin.standing(metadata))).isEqualTo(Standing.HELD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"jwks\":null}", "{\"jwks\":{\"keys\":{}}}", "{\"jwks\":{\"keys\":[1,{}]}}", "<html>",
            "{\"jwks\":{\"keys\":[{\"kid\":\"other\"}]}}"})
    void aClientWithoutOurKeyIsNotHeld(String client) {
        hydra.answer(200, client);

        assertThat(get(admin.standing(metadata))).isEqualTo(Standing.OTHER_KEY);
    }

    @Test
    void aClientThatIsNotFoundIsGone() {
        hydra.answer(404, "{}");

        assertThat(get(admin.standing(metadata))).isEqualTo(Standing.GONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 500, 503})
    void anyOtherAnswerSaysNothingOfOurStanding(int status) {
        hydra.answer(status, "{}");

        assertThat(catchThrowable(() -> get(admin.standing(metadata)))).isInstanceOf(UnavailableException.class);
    }
}
