package org.openchami.it.world;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;

/**
 * A loopback proxy that remembers which requests were answered through it. It can hold them back; a held request that its sender has given up
 * goes nowhere. It can refuse a request's token in the server's place.
 */
public final class HttpTap implements AutoCloseable {
    private static final int MANY = 2000;
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(MANY).setKeepAlive(false));
    private final List<Passed> passed = new CopyOnWriteArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private final int target;
    private final int port;
    private boolean holding;
    private volatile Predicate<HttpServerRequest> refused = request -> false;
    private volatile String last = "";

    /**
     * A request that was answered.
     *
     * @param credential whether it had an Authorization header
     */
    public record Passed(String method, String path, boolean credential, int status) {}

    private HttpTap(int port, int target) {
        this.port = port;
        this.target = target;
        await(vertx.createHttpServer().requestHandler(this::take).listen(port, "127.0.0.1"));
    }

    public static HttpTap start(int port, int target) {
        return new HttpTap(port, target);
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** What was answered so far. */
    public List<Passed> passed() {
        return List.copyOf(passed);
    }

    /** How many requests with this method and path were answered. */
    public long count(String method, String path) {
        return passed.stream().filter(one -> one.method().equals(method) && one.path().equals(path)).count();
    }

    /** Whether the request that was answered last came with this access token. */
    public boolean sawLast(String token) {
        return last.equals("Bearer " + token);
    }

    public void forget() {
        passed.clear();
    }

    /** From now on nothing passes. */
    public synchronized void hold() {
        holding = true;
    }

    /** How many requests are held. */
    public synchronized int held() {
        return held.size();
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

    /** From now on these requests are told that their token is none. */
    public void refuse(Predicate<HttpServerRequest> these) {
        refused = these;
    }

    private void take(HttpServerRequest request) {
        if (refused.test(request)) {
            request.response().setStatusCode(401).putHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"").end();
            return;
        }
        request.body().onSuccess(body -> {
            synchronized (this) {
                if (holding) {
                    held.add(() -> pass(request, body));
                    return;
                }
            }
            pass(request, body);
        });
    }

    private void pass(HttpServerRequest request, Buffer body) {
        HttpServerResponse back = request.response();
        if (back.closed()) {
            return;
        }
        RequestOptions onward = new RequestOptions().setMethod(request.method()).setHost("127.0.0.1").setPort(target).setURI(request.uri())
                .setHeaders(request.headers());
        client.request(onward).compose(out -> out.send(body)).compose(answer -> answer.body().map(text -> answered(request, answer, text)))
                .onFailure(failure -> request.connection().close());
    }

    private Buffer answered(HttpServerRequest request, HttpClientResponse answer, Buffer body) {
        last = String.valueOf(request.getHeader("Authorization"));
        passed.add(new Passed(request.method().name(), request.path(), request.headers().contains("Authorization"), answer.statusCode()));
        HttpServerResponse back = request.response().setStatusCode(answer.statusCode());
        answer.headers().remove("Transfer-Encoding").remove("Content-Length").remove("Connection").forEach(back::putHeader);
        back.end(body);
        return body;
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
