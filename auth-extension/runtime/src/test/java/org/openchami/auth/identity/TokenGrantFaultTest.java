package org.openchami.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openchami.auth.authority.ScriptedServer;
import org.openchami.auth.identity.TokenAnswer.Granted;
import org.openchami.auth.identity.TokenAnswer.Unreachable;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PfxOptions;

/** The authority can't be asked, or stops in the middle. */
class TokenGrantFaultTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n";
    private static final String TOKEN = "{\"access_token\":\"t0ken\",\"expires_in\":299,\"token_type\":\"bearer\"}";
    private final Vertx vertx = Vertx.vertx();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final NetServerOptions options = new NetServerOptions();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** A server that does this with each token request, and is well otherwise. */
    private URI server(Consumer<NetSocket> onToken) {
        int port = vertx.createNetServer(options).connectHandler(socket -> socket.handler(request -> {
            received.add(request.toString());
            if (request.toString().startsWith("POST")) {
                socket.closeHandler(none -> closed.complete(null));
                onToken.accept(socket);
            } else {
                socket.end(Buffer.buffer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
            }
        })).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join().actualPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    private String why(URI authority) {
        try (GrantWorld world = new GrantWorld(authority, Clock.systemUTC())) {
            return ((Unreachable) world.ask()).why();
        }
    }

    private long tokenRequests() {
        return received.stream().filter(request -> request.startsWith("POST")).count();
    }

    @Test
    void aServerThatIsNotThereIsToldAsThat() {
        ScriptedServer gone = new ScriptedServer();
        URI address = gone.uri("");
        gone.close();

        assertThat(why(address)).contains("Connection refused");
    }

    @Test
    void aServerWithoutTlsIsToldAsThat() {
        assertThat(why(https(server(socket -> {})))).contains("not an SSL/TLS record");
    }

    @Test
    void aServerWithACertificateThatNobodyTrustsIsToldAsThat(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("server.p12");
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "a", "-keyalg",
                "EC",
                "-dname", "CN=127.0.0.1", "-keystore", store.toString(), "-storepass", "changeit").start().waitFor();
        options.setSsl(true).setKeyCertOptions(new PfxOptions().setPath(store.toString()).setPassword("changeit"));

        assertThat(why(https(server(socket -> {})))).contains("certification path");
        assertThat(received).isEmpty();
    }

    private static URI https(URI address) {
        return URI.create(address.toString().replace("http:", "https:"));
    }

    @Test
    void aServerThatAcceptsAndHangsIsGivenUpAndItsConnectionClosed() {
        URI hanging = server(socket -> {});

        assertThat(why(hanging)).isEqualTo("no answer within 5 s");
        assertThat(closed.orTimeout(30, TimeUnit.SECONDS)).succeedsWithin(Duration.ofSeconds(31));
    }

    @Test
    void aConnectionThatIsClosedWithoutAnAnswerIsNotTriedAgainWithTheSameProof() {
        assertThat(why(server(NetSocket::close))).isEqualTo("the connection was lost");
        assertThat(tokenRequests()).isEqualTo(1);
    }

    @Test
    void anAnswerThatBreaksOffIsNoAnswer() {
        assertThat(why(server(socket -> socket.write(HEAD + TOKEN).onComplete(done -> socket.close()))))
                .isEqualTo("the connection was lost");
        assertThat(tokenRequests()).isEqualTo(1);
    }

    @Test
    void anAnswerThatDripsIsGivenUpAndItsConnectionClosed() {
        try (GrantWorld world = new GrantWorld(server(socket -> {
            socket.write(HEAD);
            vertx.setPeriodic(200, id -> socket.write(" "));
        }), Clock.systemUTC())) {
            assertThat(((Unreachable) world.ask()).why()).isEqualTo("no answer within 5 s");
            assertThat(closed.orTimeout(30, TimeUnit.SECONDS)).succeedsWithin(Duration.ofSeconds(31));
        }
    }

    @Test
    void answersThatNeverEndTakeNobodysPlace() {
        List<NetSocket> stuck = new CopyOnWriteArrayList<>();
        try (GrantWorld world = new GrantWorld(server(socket -> {
            if (stuck.size() < 8) {
                stuck.add(socket);
                socket.write(HEAD);
            } else {
                socket.write("HTTP/1.1 200 OK\r\nContent-Length: " + TOKEN.length() + "\r\n\r\n" + TOKEN);
            }
        }), Clock.systemUTC())) {
            var all = IntStream.range(0, 8)
                    .mapToObj(i -> world.grant.request(GrantWorld.request(world.smd())).subscribeAsCompletionStage()).toList();
            assertThat(all).allSatisfy(answer -> assertThat(answer.get()).isInstanceOf(Unreachable.class));
            while (stuck.size() < 8) {
                world.ask();
            }

            assertThat(world.ask()).isInstanceOf(Granted.class);
        }
    }
}
