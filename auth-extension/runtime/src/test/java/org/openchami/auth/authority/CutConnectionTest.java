package org.openchami.auth.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openchami.auth.config.Configured;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;

/** A server that closes its first connections without a word, as one does whose patience with an idle connection ends just now. */
class CutConnectionTest {
    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger connections = new AtomicInteger();
    private ServerSocket server;

    @AfterEach
    void close() throws IOException {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private URI cutting(int first) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        new Thread(() -> {
            try {
                while (true) {
                    try (Socket connection = server.accept()) {
                        connection.getInputStream().read(new byte[8192]);
                        if (connections.incrementAndGet() > first) {
                            connection.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                        }
                    }
                }
            } catch (IOException e) {
                // the test is over
            }
        }).start();
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/keys");
    }

    private int ask(HttpMethod method, URI uri) {
        return Asking.with(vertx, Configured.with()).send(method, uri, Buffer.buffer("{}")).await().atMost(Duration.ofSeconds(30)).status();
    }

    @Test
    void aGetIsRepeatedOnce() throws IOException {
        assertThat(ask(HttpMethod.GET, cutting(1))).isEqualTo(204);
        assertThat(connections).hasValue(2);
    }

    @Test
    void aGetIsNotRepeatedTwice() throws IOException {
        URI uri = cutting(2);

        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> ask(HttpMethod.GET, uri));
        assertThat(connections).hasValue(2);
    }

    @Test
    void whatMayHaveBeenDoneIsNotRepeated() throws IOException {
        URI uri = cutting(1);

        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> ask(HttpMethod.POST, uri));
        assertThat(connections).hasValue(1);
    }
}
