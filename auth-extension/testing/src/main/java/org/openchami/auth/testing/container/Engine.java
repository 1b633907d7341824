package org.openchami.auth.testing.container;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.openchami.auth.testing.kind.CannotStart;

/**
 * A short look at the Docker engine before Testcontainers is asked: it needs minutes, and many lines of log, to find
 * out that there is no engine or that an image can't be had.
 */
public final class Engine {
    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final Duration PULL = Duration.ofSeconds(45);
    private static final String REAPER = "testcontainers/ryuk:0.13.0";

    private Engine() {}

    /** @throws CannotStart unless an engine answers and has the image, or can pull it within 45 s */
    public static void require(String image) {
        Path socket = socket();
        if (!"true".equals(System.getenv("TESTCONTAINERS_RYUK_DISABLED"))) {
            obtain(socket, REAPER, " (TESTCONTAINERS_RYUK_DISABLED=true does without it)");
        }
        obtain(socket, image, "");
    }

    private static void obtain(Path socket, String image, String advice) {
        if (has(socket, image)) {
            return;
        }
        String name = image.substring(0, image.lastIndexOf(':'));
        String tag = image.substring(image.lastIndexOf(':') + 1);
        ask(socket, "POST /images/create?fromImage=" + name + "&tag=" + tag, PULL);
        if (!has(socket, image)) {
            throw new CannotStart("the image " + image + " is not there and can't be pulled" + advice);
        }
    }

    private static boolean has(Path socket, String image) {
        return ask(socket, "GET /images/" + image + "/json", LOOK).startsWith("HTTP/1.0 200");
    }

    private static Path socket() {
        String host = Optional.ofNullable(System.getenv("DOCKER_HOST")).orElse("unix:///var/run/docker.sock");
        if (!host.startsWith("unix://")) {
            throw new CannotStart("DOCKER_HOST is no local socket, and containers are reached by loopback ports only");
        }
        Path socket = Path.of(host.substring("unix://".length()));
        if (!ask(socket, "GET /_ping", LOOK).contains(" 200 ")) {
            throw new CannotStart("no Docker engine answers at " + socket);
        }
        return socket;
    }

    /** The answer's first bytes; empty if there is none in time. HTTP/1.0, so the answer ends with the connection. */
    private static String ask(Path socket, String request, Duration patience) {
        CompletableFuture<String> answer = CompletableFuture
                .supplyAsync(() -> exchange(socket, request + " HTTP/1.0\r\nHost: docker\r\n\r\n"));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static String exchange(Path socket, String request) {
        StringBuilder answer = new StringBuilder();
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer chunk = ByteBuffer.allocate(8192);
            while (channel.read(chunk) >= 0) {
                answer.append(StandardCharsets.UTF_8.decode(chunk.flip()));
                chunk.clear();
            }
        } catch (IOException e) {
            return answer.toString();
        }
        return answer.toString();
    }
}
