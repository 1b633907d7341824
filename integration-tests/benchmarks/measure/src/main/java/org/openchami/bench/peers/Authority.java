package org.openchami.bench.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.jose4j.jwk.JsonWebKeySet;
import org.openchami.auth.testing.process.Folder;
import org.openchami.auth.testing.token.TokenClaims;
import org.openchami.auth.testing.token.TokenForge;

import com.sun.net.httpserver.HttpServer;

/** Signs tokens with an RSA key and with an elliptic one, and publishes both: over HTTP and as a file. */
public final class Authority implements AutoCloseable {
    private static final String PATH = "/.well-known/jwks.json";
    private static final Duration LONGER_THAN_ANY_RUN = Duration.ofHours(12);

    private final TokenForge rsa = TokenForge.withNewRsaKey();
    private final TokenForge elliptic = TokenForge.withNewEcKey();
    private final Folder folder = Folder.of(Optional.empty(), "openchami-keys-");
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final HttpServer server;

    private Authority() throws IOException {
        byte[] keys = new JsonWebKeySet(List.of(rsa.jwk(), elliptic.jwk())).toJson().getBytes(StandardCharsets.UTF_8);
        folder.write("jwks.json", new String(keys, StandardCharsets.UTF_8));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext(PATH, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    public static Authority start() {
        try {
            return new Authority();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String keysUrl() {
        return url() + PATH;
    }

    Path keysFile() {
        return folder.resolve("jwks.json");
    }

    /** The key of that algorithm: {@code RS256} (2048 bits) or {@code ES256}. */
    public TokenForge key(String algorithm) {
        return algorithm.equals(rsa.algorithm()) ? rsa : elliptic;
    }

    /** Tokens of a user, good for the whole cluster, each another. */
    public List<String> tokens(String algorithm, int count) {
        TokenClaims claims = claims();
        return IntStream.range(0, count).parallel()
                .mapToObj(i -> key(algorithm).token(claims.with("jti", UUID.randomUUID().toString()))).toList();
    }

    /** Writes so many tokens of each algorithm beside the key set, one a line, in {@code <algorithm>.tokens}. */
    public void write(int count) {
        List.of(rsa.algorithm(), elliptic.algorithm())
                .forEach(algorithm -> folder.write(algorithm + ".tokens", String.join("\n", tokens(algorithm, count))));
    }

    /** Where the key set lies, as {@code jwks.json}. */
    public Path directory() {
        return folder.path();
    }

    public TokenClaims claims() {
        return TokenClaims.of(url()).expiresIn(LONGER_THAN_ANY_RUN);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
        folder.discard();
    }
}
