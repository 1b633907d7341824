package org.openchami.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpServer;

class LoadTest {
    private final AtomicInteger served = new AtomicInteger();
    private final HttpServer server = server();

    @Test
    void countsTheAnswers() {
        try (Load load = new Load(4)) {
            Sample sample = load.run(target(), List.of(new Get("/good", Map.of("X-A", "1"))), Duration.ofMillis(200));
            assertThat(sample.requests()).isPositive().isEqualTo(served.get());
            assertThat(sample.time()).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @Test
    void eachRequestGoesOutOnce() {
        try (Load load = new Load(4)) {
            Sample sample = load.once(target(), Collections.nCopies(10, new Get("/good", Map.of())));
            assertThat(sample.requests()).isEqualTo(10).isEqualTo(served.get());
        }
    }

    @Test
    void fewerRequestsThanConnectionsAreEnough() {
        try (Load load = new Load(4)) {
            assertThat(load.once(target(), List.of(new Get("/good", Map.of()))).requests()).isEqualTo(1);
        }
    }

    @Test
    void anOpenLoopSendsWhatIsDueAndNoMore() {
        try (Pace pace = new Pace(target(), 4)) {
            Latencies latencies = pace.send(Collections.nCopies(20, new Get("/bad", Map.of())), 100, Duration.ofSeconds(5)).join();
            assertThat(latencies.statuses()).isEqualTo(Map.of(401, 20));
            assertThat(latencies.unanswered()).isZero();
        }
    }

    @Test
    void anAnswerOtherThan200EndsTheMeasurement() {
        try (Load load = new Load(4)) {
            List<Get> requests = List.of(new Get("/good", Map.of()), new Get("/bad", Map.of()));
            assertThatThrownBy(() -> load.run(target(), requests, Duration.ofSeconds(20)))
                    .hasMessageContaining("played").hasMessageContaining("status 401");
        }
    }

    private Target target() {
        return new Target("played", URI.create("http://127.0.0.1:" + server.getAddress().getPort()), ProcessHandle.current());
    }

    private HttpServer server() {
        try {
            HttpServer played = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            played.setExecutor(Executors.newFixedThreadPool(4));
            played.createContext("/", exchange -> {
                served.incrementAndGet();
                boolean good = exchange.getRequestURI().getPath().equals("/good");
                exchange.sendResponseHeaders(good ? 200 : 401, 2);
                exchange.getResponseBody().write(new byte[]{'o', 'k'});
                exchange.close();
            });
            played.start();
            return played;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }
}
