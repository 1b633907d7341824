package org.openchami.auth.registration;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.openchami.auth.authority.ScriptedServer;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** A registrar, and a server that answers as it is told. */
abstract class ScriptedAuthority {
    static Vertx vertx;

    final ScriptedServer server = new ScriptedServer();

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    final void close() {
        server.close();
    }

    static <T> T get(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(30));
    }

    final List<String> asked() {
        return server.requests().stream().map(request -> request.method() + " " + request.path()).toList();
    }
}
