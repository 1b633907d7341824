package org.openchami.auth.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openchami.auth.config.Configured;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;

/** A server that goes on sending, a byte now and then: no idle time ever ends such an answer. */
class SlowServerTest {
    private final Vertx vertx = Vertx.vertx();
    private final AuthorityClient client = Asking.with(vertx, Configured.with());
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    @AfterEach
    void close() {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private URI drippingServer() {
        NetServer server = vertx.createNetServer(new NetServerOptions().setHost("127.0.0.1").setPort(0)).connectHandler(this::drip);
        return URI.create("http://127.0.0.1:" + server.listen().toCompletionStage().toCompletableFuture().join().actualPort() + "/");
    }

    private void drip(NetSocket socket) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
        long timer = vertx.setPeriodic(200, id -> socket.write("x"));
        socket.closeHandler(none -> {
            vertx.cancelTimer(timer);
            closed.complete(null);
        });
    }

    @Test
    void itsAnswerEndsAtTheLimitAllTheSame() {
        URI dripping = drippingServer();

        assertThat(catchThrowable(() -> client.get(dripping).await().atMost(Duration.ofSeconds(60))))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void itsConnectionIsClosedSoThatItTakesNoOneElses() throws Exception {
        URI dripping = drippingServer();

        catchThrowable(() -> client.get(dripping).await().atMost(Duration.ofSeconds(60)));

        assertThat(closed.orTimeout(30, TimeUnit.SECONDS)).succeedsWithin(Duration.ofSeconds(31));
    }
}
