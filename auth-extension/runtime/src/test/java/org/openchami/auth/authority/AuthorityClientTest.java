package org.openchami.auth.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.authority.ScriptedServer.Reply;
import org.openchami.auth.authority.ScriptedServer.Request;
import org.openchami.auth.config.Configured;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;

class AuthorityClientTest {
    private final Vertx vertx = Vertx.vertx();
    private final ScriptedServer server = new ScriptedServer();
    private final AuthorityClient client = Asking.with(vertx, Configured.with());

    @AfterEach
    void close() {
        server.close();
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static <T> T get(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(30));
    }

    @Test
    void anAnswerIsReadWhole() {
        server.answer(200, "{\"a\":\"" + "x".repeat(100_000) + "\"}");

        assertThat(get(client.get(server.uri("/a"))).json().orElseThrow().getString("a")).hasSize(100_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 400, 404, 409, 500, 503})
    void everyStatusIsAnAnswer(int status) {
        server.answer(status, "{}");

        assertThat(get(client.get(server.uri("/"))).status()).isEqualTo(status);
    }

    @Test
    void aBodyIsSentAsItIs() {
        server.answer(201, "{}");

        get(client.send(HttpMethod.POST, server.uri("/clients"), JsonObject.of("a", 1).toBuffer()));

        assertThat(server.requests()).containsExactly(new Request("POST", "/clients", "{\"a\":1}"));
    }

    @Test
    void aRedirectIsAnAnswerAndNothingIsAskedAtItsTarget() {
        try (ScriptedServer target = new ScriptedServer()) {
            server.answer(Reply.redirect(target.uri("/")));

            assertThat(get(client.get(server.uri("/"))).status()).isEqualTo(302);
            assertThat(target.requests()).isEmpty();
        }
    }

    @Test
    void anAnswerThatIsTooLongIsGivenUp() {
        server.answer(200, "x".repeat(AuthorityClient.MAX_BODY + 1));

        assertThat(catchThrowable(() -> get(client.get(server.uri("/big"))))).isInstanceOf(UnavailableException.class)
                .hasMessageContaining(server.uri("/big").toString()).hasMessageContaining("longer than");
    }

    @Test
    void anAnswerOfTheGreatestLengthIsRead() {
        server.answer(200, "x".repeat(AuthorityClient.MAX_BODY));

        assertThat(get(client.get(server.uri("/"))).body()).hasSize(AuthorityClient.MAX_BODY);
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() {
        server.hang();

        assertThat(catchThrowable(() -> get(client.get(server.uri("/"))))).isInstanceOf(UnavailableException.class);
    }

    @Test
    void aServerThatIsNotThereIsUnavailable() {
        URI gone = server.uri("/keys");
        server.close();

        assertThat(catchThrowable(() -> get(client.get(gone)))).isInstanceOf(UnavailableException.class)
                .hasMessageStartingWith(gone + ": ");
    }

    @Test
    void aFailureNamesTheAddressWithoutItsQuery() {
        URI gone = URI.create(server.uri("/keys") + "?secret=s3cret");
        server.close();

        assertThat(catchThrowable(() -> get(client.get(gone)))).hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "1", "\"x\"", "<html>", "{", "{\"a\":1} x"})
    void whatIsNoObjectIsNoJson(String body) {
        assertThat(new Answer(200, body.getBytes(StandardCharsets.UTF_8)).json()).isEmpty();
    }

    @Test
    void anAnswersTextDoesNotHoldItsBody() {
        assertThat(new Answer(200, "s3cret".getBytes(StandardCharsets.UTF_8))).hasToString("HTTP 200");
    }
}
