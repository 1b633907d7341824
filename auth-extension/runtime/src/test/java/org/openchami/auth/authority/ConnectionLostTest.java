package org.openchami.auth.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openchami.auth.config.Configured;

import io.vertx.core.Vertx;

/** The end of a connection that nobody was using. */
class ConnectionLostTest {
    private final Vertx vertx = Vertx.vertx();
    private final ScriptedServer server = new ScriptedServer();
    private final Semaphore lost = new Semaphore(0);

    @AfterEach
    void close() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private AuthorityClient asked(URI authority, URI address) {
        AuthorityClient client = Asking.with(vertx, Configured.with("openchami.auth.authority", authority.toString()));
        client.onConnectionLost(lost::release);
        client.get(address).await().atMost(Duration.ofSeconds(30));
        return client;
    }

    @Test
    void anAuthorityThatDiesIsNoticed() throws InterruptedException {
        asked(server.uri(""), server.uri("/keys"));
        assertThat(lost.availablePermits()).isZero();

        server.close();

        assertThat(lost.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anotherServerThatDiesIsNoneOfIt() throws InterruptedException {
        try (ScriptedServer other = new ScriptedServer()) {
            AuthorityClient client = asked(server.uri(""), other.uri("/jwks.json"));
            client.get(server.uri("/keys")).await().atMost(Duration.ofSeconds(30));
        }
        server.close();

        assertThat(lost.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        assertThat(lost.availablePermits()).isZero();
    }

    @Test
    void ourOwnEndIsNoSign() {
        asked(server.uri(""), server.uri("/keys")).close();
        vertx.close().toCompletionStage().toCompletableFuture().join();

        assertThat(lost.availablePermits()).isZero();
    }
}
