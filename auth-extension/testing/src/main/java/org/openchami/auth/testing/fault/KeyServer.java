package org.openchami.auth.testing.fault;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.openchami.auth.testing.port.FreePort;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Serves an authority's key set (RFC 7517) in its stead: as the authority has it at that moment, or badly, or not before it is told to. It notes
 * each request.
 */
public final class KeyServer implements AutoCloseable {
    static final String ELSEWHERE = "/elsewhere/jwks.json";
    private static final String PATH = "/.well-known/jwks.json";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final int authority;
    private final int port = FreePort.next();
    private final List<Instant> asked = new CopyOnWriteArrayList<>();
    private final List<Instant> served = new CopyOnWriteArrayList<>();
    private final List<Instant> strays = new CopyOnWriteArrayList<>();
    private final List<JsonObject> early = new CopyOnWriteArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private volatile Optional<KeyFault> fault = Optional.empty();
    private boolean holding;
    private HttpServer server;

    private KeyServer(int authority) {
        this.authority = authority;
        listen();
    }

    /** @param authorityPort on this machine, where its keys are at the usual path */
    public static KeyServer before(int authorityPort) {
        return new KeyServer(authorityPort);
    }

    /** Origin, no trailing slash; the keys are at the usual path of an authority. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public URI keys() {
        return URI.create(url() + PATH);
    }

    /** From now on every request meets this. */
    public void misbehave(KeyFault what) {
        fault = Optional.of(what);
        if (what == KeyFault.DOWN) {
            unlisten();
        }
    }

    /** From now on every request is answered truly; what was answered badly stays so. */
    public void heal() {
        fault = Optional.empty();
        early.clear();
        listen();
    }

    /** Until {@link #heal} this public key is served, too, though the authority has not published it yet. */
    public void publishEarly(JsonObject jwk) {
        early.add(jwk);
    }

    /** From now on requests wait for {@link #release}. */
    public synchronized void hold() {
        holding = true;
    }

    public void release() {
        List<Runnable> waiting;
        synchronized (this) {
            holding = false;
            waiting = List.copyOf(held);
            held.clear();
        }
        waiting.forEach(Runnable::run);
    }

    /** When each request came. */
    public List<Instant> asked() {
        return List.copyOf(asked);
    }

    /** When each true answer began to go out. */
    public List<Instant> served() {
        return List.copyOf(served);
    }

    /** When somebody followed {@link KeyFault#REDIRECT}. */
    public List<Instant> strays() {
        return List.copyOf(strays);
    }

    private void take(HttpServerRequest request) {
        (request.path().equals(ELSEWHERE) ? strays : asked).add(Instant.now());
        synchronized (this) {
            if (holding) {
                held.add(() -> answer(request));
                return;
            }
        }
        answer(request);
    }

    private void answer(HttpServerRequest request) {
        Optional<KeyFault> now = request.path().equals(ELSEWHERE) ? Optional.empty() : fault;
        client.request(HttpMethod.GET, authority, "127.0.0.1", PATH).compose(question -> question.send().compose(HttpClientResponse::body))
                .onSuccess(keys -> {
                    if (request.response().closed()) {
                        return;
                    }
                    if (now.isPresent()) {
                        now.get().answer(vertx, request.response(), keys);
                        return;
                    }
                    served.add(Instant.now());
                    request.response().putHeader("Content-Type", "application/json").end(withEarly(keys));
                }).onFailure(none -> request.connection().close());
    }

    private Buffer withEarly(Buffer keys) {
        JsonObject set = keys.toJsonObject();
        JsonArray all = set.getJsonArray("keys");
        early.stream().filter(jwk -> all.stream().noneMatch(one -> ((JsonObject) one).getString("kid").equals(jwk.getString("kid"))))
                .toList().forEach(all::add);
        return set.toBuffer();
    }

    private synchronized void listen() {
        if (server == null) {
            server = vertx.createHttpServer().requestHandler(this::take);
            await(server.listen(port, "127.0.0.1"));
        }
    }

    private synchronized void unlisten() {
        if (server != null) {
            await(server.close());
            server = null;
        }
    }

    private static void await(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
