package org.openchami.auth.testing.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openchami.auth.testing.http.Call;
import org.openchami.auth.testing.http.NoAnswer;

import com.sun.net.httpserver.HttpServer;

class TcpProxyTest {
    private HttpServer server;
    private TcpProxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        proxy = TcpProxy.start("127.0.0.1", server.getAddress().getPort());
    }

    @AfterEach
    void end() {
        proxy.close();
        server.stop(0);
    }

    @Test
    void passesCallsThrough() {
        assertThat(call(Duration.ofSeconds(10))).isEqualTo(204);
    }

    @Test
    void slowAnswersComeLater() {
        proxy.delay(Duration.ofMillis(300));
        long start = System.nanoTime();
        assertThat(call(Duration.ofSeconds(10))).isEqualTo(204);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void aHungLineTakesConnectionsAndAnswersNothing() {
        proxy.hang();
        assertThatThrownBy(() -> call(Duration.ofMillis(300))).isInstanceOf(NoAnswer.class).hasMessageContaining("timed out");
        proxy.heal();
        assertThat(call(Duration.ofSeconds(10))).isEqualTo(204);
    }

    @Test
    void aCutLineRefusesUntilHealed() {
        proxy.cut();
        assertThatThrownBy(() -> call(Duration.ofSeconds(10))).isInstanceOf(NoAnswer.class).hasMessageContaining("ConnectException");
        proxy.heal();
        assertThat(call(Duration.ofSeconds(10))).isEqualTo(204);
    }

    private int call(Duration patience) {
        return Call.to(URI.create("http://127.0.0.1:" + proxy.port() + "/")).timeout(patience).get().status();
    }
}
