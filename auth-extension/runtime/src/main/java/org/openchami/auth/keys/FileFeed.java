package org.openchami.auth.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import org.openchami.auth.authority.AuthorityClient;
import org.openchami.auth.keys.KeyFeedException.Fault;
import org.openchami.auth.secret.Json;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;

/**
 * Keys in a file: a JWK set, or PEM. It is read again every few seconds, so that a change of any kind is seen, the swapped link of a Kubernetes
 * volume included. Whoever may write to it can make tokens: it may be open to readers only.
 */
final class FileFeed implements KeyFeed {
    private final Path file;
    private final Vertx vertx;
    private Future<Published> last;

    FileFeed(Path file, Vertx vertx) {
        this.file = file;
        this.vertx = vertx;
    }

    @Override
    public Uni<Published> read() {
        return Uni.createFrom().completionStage(() -> reading().toCompletionStage());
    }

    /** One at a time: of a file system that hangs nobody learns more by taking a second worker. */
    private synchronized Future<Published> reading() {
        if (last == null || last.isComplete()) {
            last = vertx.executeBlocking(this::published, false);
        }
        return last;
    }

    private Published published() {
        try {
            PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
            if (!attributes.isRegularFile()) {
                // a pipe has us wait for its other end, and a device may have none
                throw fault("it is no file. Cure: name the file that holds the keys");
            }
            Set<PosixFilePermission> open = attributes.permissions();
            if (open.contains(PosixFilePermission.GROUP_WRITE) || open.contains(PosixFilePermission.OTHERS_WRITE)) {
                throw fault("others may change it. Cure: chmod go-w " + file);
            }
            String text = new String(content(), StandardCharsets.UTF_8).strip();
            boolean pem = !text.startsWith("{");
            return new Published(pem ? PemKeys.jwks(text) : Json.object(text), Optional.of(Duration.ZERO), pem);
        } catch (NoSuchFileException e) {
            throw fault("it is missing. Cure: put the keys there");
        } catch (IOException | UnsupportedOperationException e) {
            throw fault("it can't be read: " + e.getClass().getSimpleName() + ". Cure: let this service read it");
        } catch (DecodeException | IllegalArgumentException e) {
            // the message of either could hold what is in the file
            throw new KeyFeedException(Fault.NO_KEY_SET, address(), "it holds neither a JWK set nor a public key or certificate as PEM");
        }
    }

    private byte[] content() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(AuthorityClient.MAX_BODY + 1);
            if (bytes.length > AuthorityClient.MAX_BODY) {
                throw fault("it has more than " + AuthorityClient.MAX_BODY + " bytes");
            }
            return bytes;
        }
    }

    private KeyFeedException fault(String why) {
        return new KeyFeedException(Fault.FILE, address(), why);
    }

    @Override
    public String address() {
        return file.toString();
    }
}
