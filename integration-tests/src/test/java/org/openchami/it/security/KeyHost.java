package org.openchami.it.security;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The address of a key set whose every answer a test decides. */
final class KeyHost implements AutoCloseable {

    /** What is answered to everybody. */
    record Reply(int status, Map<String, String> headers, byte[] body) {
        static Reply of(int status, String type, String body) {
            return new Reply(status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Reply reply = Reply.of(503, "text/plain", "nothing yet");

    private KeyHost(HttpServer server) {
        this.server = server;
    }

    static KeyHost start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            KeyHost host = new KeyHost(server);
            server.createContext("/", host::answer);
            server.start();
            return host;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json");
    }

    KeyHost publish(JsonArray keys) {
        return reply(Reply.of(200, "application/json", new JsonObject().put("keys", keys).encode()));
    }

    KeyHost reply(Reply other) {
        reply = other;
        return this;
    }

    /** How many requests have come. */
    int asked() {
        return asked.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        Reply now = reply;
        now.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(now.status(), now.body().length == 0 ? -1 : now.body().length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(now.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
