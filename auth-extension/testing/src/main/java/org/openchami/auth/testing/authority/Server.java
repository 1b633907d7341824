package org.openchami.auth.testing.authority;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/** Two loopback ports on one event loop: requests are answered one after the other, so the state behind needs no locks. */
final class Server {
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(1)
            .setFileSystemOptions(new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    private final Script script;
    private final List<Runnable> held = new ArrayList<>();
    private boolean paused;

    Server(Script script) {
        this.script = script;
    }

    void listen(int port, Routes routes) {
        HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1").setPort(port).setMaxHeaderSize(65_536)
                .setReuseAddress(true);
        await(vertx.createHttpServer(options)
                .requestHandler(request -> request.body().onSuccess(body -> take(() -> answer(request, body, routes))))
                .listen());
    }

    synchronized void pause() {
        paused = true;
    }

    synchronized void resume() {
        paused = false;
        List<Runnable> waiting = List.copyOf(held);
        held.clear();
        waiting.forEach(work -> vertx.runOnContext(nothing -> work.run()));
    }

    void close() {
        await(vertx.close());
    }

    private synchronized void take(Runnable work) {
        if (paused) {
            held.add(work);
        } else {
            work.run();
        }
    }

    private void answer(HttpServerRequest incoming, Buffer body, Routes routes) {
        Request request = new Request(incoming.method().name(), incoming.uri(), incoming.headers(), body.toString(), Map.of());
        ScriptedAnswer fault = script.meet(request).orElse(null);
        if (fault == null) {
            send(incoming, routes.answer(request));
            return;
        }
        Runnable finish = () -> send(incoming, fault.reply()
                .map(given -> new Reply(given.status(), given.body(), Map.of("Content-Type", given.contentType())))
                .orElseGet(() -> routes.answer(request)));
        if (fault.delay().isZero()) {
            finish.run();
        } else {
            vertx.setTimer(fault.delay().toMillis(), timer -> finish.run());
        }
    }

    private static void send(HttpServerRequest request, Reply reply) {
        request.response().setStatusCode(reply.status());
        reply.headers().forEach(request.response()::putHeader);
        request.response().end(reply.body());
    }

    private static void await(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The authority inside the JVM: " + e.getMessage(), e);
        }
    }
}
