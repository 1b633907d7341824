package org.openchami.it.keys;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.it.world.RunningService;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;

/** Somebody who calls smd with tokens of keys that nobody has, each with another key id, as often as smd answers. */
final class Flood implements AutoCloseable {
    /** The address that every other call in these tests comes from, and one that none does. */
    static final String HERE = "127.0.0.1";
    static final String ELSEWHERE = "127.0.0.2";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final RunningService smd;
    private final String claimsAndSignature;
    private final int most;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final Instant begin = Instant.now();
    private volatile Instant end = Instant.MAX;

    private Flood(RunningService smd, String issuer, int atOnce, int most, String address) {
        this.smd = smd;
        this.most = most;
        this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(atOnce).setLocalAddress(address));
        String claims = new JsonObject(TokenClaims.of(issuer).scopes("smd.read").values()).encode();
        claimsAndSignature = "." + BASE64.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "."
                + BASE64.encodeToString(new byte[64]);
    }

    /**
     * @param atOnce calls that wait for an answer at any time
     * @param most calls in all
     * @param address where they come from
     */
    static Flood start(RunningService smd, String issuer, int atOnce, int most, String address) {
        Flood flood = new Flood(smd, issuer, atOnce, most, address);
        for (int i = 0; i < atOnce; i++) {
            flood.send();
        }
        return flood;
    }

    private void send() {
        if (end != Instant.MAX || sent.incrementAndGet() > most) {
            return;
        }
        waiting.incrementAndGet();
        client.request(HttpMethod.GET, smd.url().getPort(), smd.url().getHost(), Seen.PATH)
                .compose(request -> request.putHeader("Authorization", "Bearer " + junk()).send())
                .compose(answer -> answer.body().map(body -> answer))
                .onSuccess(answer -> count(Integer.toString(answer.statusCode())))
                .onFailure(none -> count("none"));
    }

    private void count(String status) {
        answers.computeIfAbsent(status, any -> new AtomicInteger()).incrementAndGet();
        answered.incrementAndGet();
        send();
        waiting.decrementAndGet();
    }

    private String junk() {
        String header = "{\"alg\":\"ES256\",\"kid\":\"" + UUID.randomUUID() + "\",\"typ\":\"JWT\"}";
        return BASE64.encodeToString(header.getBytes(StandardCharsets.US_ASCII)) + claimsAndSignature;
    }

    int answered() {
        return answered.get();
    }

    /** How many calls got which status; {@code none} for those that got no answer. */
    Map<String, Integer> answers() {
        Map<String, Integer> counts = new TreeMap<>();
        answers.forEach((status, count) -> counts.put(status, count.get()));
        return counts;
    }

    /** Sends no more, and waits for the last answer. */
    void stop() {
        end = Instant.now();
        await("the last answer to the flood").atMost(Duration.ofSeconds(60)).until(() -> waiting.get() == 0);
    }

    @Override
    public String toString() {
        double seconds = Duration.between(begin, end == Instant.MAX ? Instant.now() : end).toMillis() / 1000.0;
        return "%d random key ids in %.1f s, %.0f a second, answered with %s".formatted(answered(), seconds, answered() / seconds,
                answers());
    }

    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
