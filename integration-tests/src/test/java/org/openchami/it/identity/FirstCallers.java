package org.openchami.it.identity;

import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;

/** Nodes that all ask for their scripts at once, over few connections (HTTP/2). Each is a node of its own, so that no two share an answer of smd. */
final class FirstCallers implements AutoCloseable {
    /** As many as a server that is built on Vert.x takes on one connection. */
    private static final int STREAMS = 100;
    private final Vertx vertx = Vertx.vertx();
    private final URI bss;
    private final HttpClient http;

    /** @param body the text of the answer */
    record Answer(int status, String body) {}

    FirstCallers(URI bss, int callers) {
        this.bss = bss;
        this.http = vertx.createHttpClient(new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false)
                .setHttp2MaxPoolSize((callers + STREAMS - 1) / STREAMS).setHttp2MultiplexingLimit(STREAMS));
    }

    List<Future<Answer>> call(int callers) {
        return IntStream.range(0, callers).mapToObj(this::boot).toList();
    }

    static Answer answer(Future<Answer> call) {
        try {
            return call.toCompletionStage().toCompletableFuture().get(120, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Future<Answer> boot(int number) {
        String mac = "52:54:00:aa:%02x:%02x".formatted(number / 256, number % 256);
        return http.request(HttpMethod.GET, bss.getPort(), bss.getHost(), "/boot/v1/bootscript?mac=" + mac)
                .compose(HttpClientRequest::send)
                .compose(answer -> answer.body().map(body -> new Answer(answer.statusCode(), body.toString())));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
