package org.openchami.auth.cli.hydra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openchami.auth.cli.Called;
import org.openchami.auth.testing.port.FreePort;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** An admin API that is not as it should be. */
class AdminApiTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    /** How a server answers. */
    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answers(Answer answer) {
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                answer.to(exchange);
            }
        });
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private Called list() {
        return Called.with("clients", "list", "--admin", origin());
    }

    private static void assertFailed(Called called, String why) {
        assertThat(called.code()).isEqualTo(1);
        assertThat(called.err()).contains(why).contains("Cure: ");
    }

    @Test
    void aServerThatIsNotThereIsAFailure() {
        assertFailed(Called.with("clients", "list", "--admin", "http://127.0.0.1:" + FreePort.next()), "can't be reached");
    }

    @ParameterizedTest
    @CsvSource({"200, <html>", "200, {}", "200, ''", "404, 404 page not found", "500, {}", "401, {}"})
    void anAnswerThatIsNoListIsAFailure(int status, String body) {
        answers(exchange -> send(exchange, status, body));

        assertFailed(list(), "HTTP " + status);
    }

    @Test
    void aPageThatIsNotFoundIsNoClientThatIsNotThere() {
        answers(exchange -> send(exchange, 404, "404 page not found"));

        assertFailed(Called.with("clients", "show", "x", "--admin", origin()), "HTTP 404");
    }

    @Test
    void aRedirectIsNotFollowed() {
        answers(exchange -> {
            exchange.getResponseHeaders().add("Location", origin() + "/elsewhere");
            send(exchange, 302, "");
        });

        assertFailed(list(), "HTTP 302");
        assertThat(asked).hasSize(1);
    }

    @Test
    void ofALinkToAnotherServerTheQueryAloneIsUsed() {
        answers(exchange -> {
            exchange.getResponseHeaders().add("Link", "<http://elsewhere.invalid/x?page_token=2>; rel=\"next\"");
            send(exchange, 200, asked.size() == 1 ? "[{\"client_id\":\"a\",\"owner\":\"openchami-auth/bss\"}]" : "[]");
        });

        Called listed = list();

        assertThat(listed.code()).isZero();
        assertThat(asked).containsExactly("GET /admin/clients?page_size=250", "GET /admin/clients?page_token=2");
    }

    @Test
    void whatATerminalWouldObeyIsNotPrinted() {
        answers(exchange -> send(exchange, 200, "[{\"client_id\":\"a\\u001b[2Jb\",\"owner\":\"openchami-auth/bss\"}]"));

        assertThat(list().out()).contains("a?[2Jb");
    }

    @Test
    void aLongAnswerIsNotReadToItsEnd() {
        answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] spaces = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 1000; i++) {
                exchange.getResponseBody().write(spaces);
            }
        });

        assertFailed(list(), "longer than");
    }

    @Test
    void aServerThatTakesTheRequestAndHangsIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertFailed(Called.with("clients", "list", "--admin", "http://127.0.0.1:" + silent.getLocalPort()), "can't be reached");
        }
    }
}
