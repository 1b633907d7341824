package org.openchami.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openchami.auth.keys.KeyFeedException.Fault;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;

class FileFeedTest {
    private final Vertx vertx = Vertx.vertx();
    @TempDir
    Path folder;

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Path file() {
        return folder.resolve("keys");
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    }

    private KeyFeed.Published read() {
        return new FileFeed(file(), vertx).read().await().atMost(Duration.ofSeconds(30));
    }

    private void fails(Fault fault) {
        assertThatExceptionOfType(KeyFeedException.class).isThrownBy(this::read)
                .satisfies(failure -> assertThat(failure.fault()).isEqualTo(fault)).withMessageStartingWith(file() + ": ");
    }

    @Test
    void aJwkSetIsRead() throws IOException {
        JsonObject set = Jwks.set(Jwks.ec("a"));
        write("\n" + set.encodePrettily() + "\n");

        assertThat(read().jwks()).isEqualTo(set);
        assertThat(read().nameless()).isFalse();
    }

    @Test
    void pemHasNoNamesForKeys() throws Exception {
        write(Pem.block("PUBLIC KEY", KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic().getEncoded()));

        assertThat(read().nameless()).isTrue();
    }

    @Test
    void itIsToBeReadAgainSoon() throws IOException {
        write(Jwks.set(Jwks.ec("a")).encode());

        assertThat(read().maxAge()).contains(Duration.ZERO);
    }

    @Test
    void aFileThatOthersMayChangeIsNotRead() throws IOException {
        write(Jwks.set(Jwks.ec("a")).encode());
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-r--"));

        fails(Fault.FILE);
    }

    @Test
    void aFileThatIsMissingIsSaidToBe() {
        fails(Fault.FILE);
    }

    @Test
    void aPipeIsNotWaitedFor() throws Exception {
        Pipe.make(file());

        fails(Fault.FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/dev/null", "/"})
    void aLinkToWhatIsNoFileIsNotRead(String target) throws IOException {
        Files.createSymbolicLink(file(), Path.of(target));

        fails(Fault.FILE);
    }

    @Test
    void aLinkToAFileIsRead() throws IOException {
        Path real = Files.writeString(folder.resolve("..data"), Jwks.set(Jwks.ec("a")).encode());
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r--r--"));
        Files.createSymbolicLink(file(), real);

        assertThat(read().jwks().getJsonArray("keys")).hasSize(1);
    }

    @Test
    void aReadThatHangsTakesOneWorkerHoweverOftenTheFileIsAskedFor() throws IOException {
        write(Jwks.set(Jwks.ec("a")).encode());
        Vertx one = Vertx.vertx(new VertxOptions().setWorkerPoolSize(1));
        CompletableFuture<Void> hang = new CompletableFuture<>();
        try {
            one.executeBlocking(hang::join, false);
            FileFeed feed = new FileFeed(file(), one);
            List<CompletableFuture<KeyFeed.Published>> all = Stream.generate(() -> feed.read().subscribeAsCompletionStage()).limit(3)
                    .toList();
            hang.complete(null);

            KeyFeed.Published first = all.get(0).orTimeout(30, TimeUnit.SECONDS).join();
            assertThat(all).allSatisfy(read -> assertThat(read).succeedsWithin(Duration.ofSeconds(30)).isSameAs(first));
            assertThat(feed.read().await().atMost(Duration.ofSeconds(30))).isNotSameAs(first);
        } finally {
            one.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        write("{\"keys\":[]," + " ".repeat(10_000_000) + "}");

        fails(Fault.FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "<html>", "[]", "-----BEGIN PUBLIC KEY-----"})
    void whatHoldsNoKeysIsSaidToHoldNone(String text) throws IOException {
        write(text);

        fails(Fault.NO_KEY_SET);
    }
}
