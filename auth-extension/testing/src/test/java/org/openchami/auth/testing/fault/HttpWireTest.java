package org.openchami.auth.testing.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.http.NoAnswer;

import com.sun.net.httpserver.HttpServer;

class HttpWireTest {
    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicInteger served = new AtomicInteger();
    private HttpServer server;
    private HttpWire wire;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            if (exchange.getRequestURI().getPath().equals("/silent")) {
                await(never);
            }
            served.incrementAndGet();
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? 201 : 204, -1);
            exchange.close();
        });
        server.start();
        wire = HttpWire.before(server.getAddress().getPort());
    }

    @AfterEach
    void end() {
        never.countDown();
        wire.close();
        server.stop(0);
    }

    @Test
    void notesRequestsWithTheirAnswersOnOneConnectionToo() {
        Call.to(wire.url(), "/a?b=c").get();
        Call.to(wire.url(), "/a").json("POST", "{}");
        assertThat(wire.exchanges()).extracting(one -> one.method() + " " + one.path() + " " + one.status())
                .containsExactly("GET /a 204", "POST /a 201");
    }

    @Test
    void notesARequestThatNobodyAnswers() {
        assertThatThrownBy(() -> Call.to(wire.url(), "/silent").timeout(Duration.ofMillis(300)).get()).isInstanceOf(NoAnswer.class);
        assertThat(wire.exchanges()).extracting(HttpWire.Exchange::status).containsExactly(0);
    }

    @Test
    void doesWhatItIsToldOnceBeforeARequestGoesOn() {
        AtomicInteger done = new AtomicInteger();
        wire.beforeNext("POST", () -> done.addAndGet(10 + served.get()));
        Call.to(wire.url(), "/a").get();
        Call.to(wire.url(), "/a").json("POST", "{}");
        Call.to(wire.url(), "/a").json("POST", "{}");
        assertThat(done).hasValue(11);
    }

    @Test
    void losesOneAnswerToARequestThatWasDone() {
        wire.loseNextAnswerTo("PUT");
        Call.to(wire.url(), "/a").get();
        assertThatThrownBy(() -> Call.to(wire.url(), "/a").json("PUT", "{}")).isInstanceOf(NoAnswer.class);
        assertThat(served).hasValue(2);
        assertThat(Call.to(wire.url(), "/a").json("PUT", "{}").status()).isEqualTo(204);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
