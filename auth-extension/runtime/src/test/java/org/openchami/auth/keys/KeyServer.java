package org.openchami.auth.keys;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.openchami.auth.authority.Asking;
import org.openchami.auth.authority.ScriptedServer;
import org.openchami.auth.config.Configured;
import org.openchami.auth.config.Settings.KeySettings;

import io.vertx.core.Vertx;

/** A source of keys, the server it reads, and the clock it looks at. Keys are told apart by their ids alone. */
final class KeyServer implements AutoCloseable {
    static final Duration STALE = Duration.ofHours(1);
    /** How many may wait. */
    static final int MOST = 1024;
    private static final String KEY = newKey();

    final Vertx vertx = Vertx.vertx();
    final ScriptedServer server = new ScriptedServer();
    final TestTime time = new TestTime();
    final List<Set<String>> read = new CopyOnWriteArrayList<>();
    final KeySource source;

    KeyServer(Duration pause) {
        this(pause, "issuer", new WaitingRoom(MOST, Runnable::run));
    }

    KeyServer(Duration pause, String owner, WaitingRoom room) {
        source = new KeySource(owner,
                new AddressFeed(server.uri("/jwks.json"), Asking.with(vertx, Configured.with()), time.around().clock()),
                Jwks.reader(), new KeySettings(server.uri("/jwks.json"), Duration.ofSeconds(60), pause, STALE, false, MOST),
                time.around(), room, (before, now) -> read.add(now.kids()));
    }

    private static String newKey() {
        try {
            PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("KID");
            return new JsonWebKeySet(key).toJson().replaceFirst("(?s).*\\[(.*)].*", "$1");
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on the server publishes keys with these ids. */
    void publish(String... kids) {
        server.answer(200,
                Arrays.stream(kids).map(kid -> KEY.replace("KID", kid)).collect(Collectors.joining(",", "{\"keys\":[", "]}")));
    }

    /** The server publishes this key, and it was read. */
    void hold(String kid) {
        publish(kid);
        source.read().await().atMost(Duration.ofSeconds(30));
    }

    KeyLookup find(String kid) {
        return source.find(kid, "10.0.0.1").await().atMost(Duration.ofSeconds(60));
    }

    void refresh() {
        source.refresh().await().atMost(Duration.ofSeconds(60));
    }

    @Override
    public void close() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
