package org.openchami.auth.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A server on a free loopback port that answers as it was told, and remembers what it was asked. */
public final class ScriptedServer implements AutoCloseable {

    /** What was asked. */
    public record Request(String method, String path, String body) {}

    /** What is answered. */
    public record Reply(int status, Map<String, String> headers, byte[] body) {
        public static Reply of(int status, String body) {
            return new Reply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        }

        public static Reply redirect(URI target) {
            return new Reply(302, Map.of("Location", target.toString()), new byte[0]);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private volatile Function<Request, Reply> script = request -> Reply.of(404, "");
    private volatile CountDownLatch gate = new CountDownLatch(0);

    public ScriptedServer() {
        this(0);
    }

    /** @param port where another one was that is closed */
    public ScriptedServer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = new Request(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            requests.add(request);
            authorizations.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse(""));
            gate.await();
            Reply reply = script.apply(request);
            reply.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    public void answer(int status, String body) {
        answer(Reply.of(status, body));
    }

    public void answer(Reply reply) {
        script(request -> reply);
    }

    public void script(Function<Request, Reply> answers) {
        script = answers;
    }

    /** From now on takes requests, and answers none until {@link #wake()}. */
    public void hang() {
        gate = new CountDownLatch(1);
    }

    public void wake() {
        gate.countDown();
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** The Authorization header of each request; empty where there was none. */
    public List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    @Override
    public void close() {
        wake();
        server.stop(0);
        threads.shutdownNow();
    }
}
