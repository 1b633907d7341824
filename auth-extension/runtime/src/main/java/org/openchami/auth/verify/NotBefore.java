package org.openchami.auth.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

import org.jboss.logging.Logger;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The instant before which an issuer's tokens were issued in vain: the operator's way to revoke all of them at once. The later one of configuration
 * and file counts. A file that can't be read any more, or holds no instant, changes nothing; an empty one means that nothing is revoked.
 */
final class NotBefore {
    private static final Logger LOG = Logger.getLogger(NotBefore.class);
    private static final int MAX_SIZE = 64;

    private final long configured;
    private final Optional<Path> file;
    private volatile long millis;
    private boolean failing;

    NotBefore(Optional<Instant> configured, Optional<Path> file) {
        this.configured = configured.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
        this.file = file;
        this.millis = this.configured;
    }

    /** Whether a token that was issued then is revoked. */
    boolean revokes(long issuedAtMillis) {
        return issuedAtMillis < millis;
    }

    boolean fromFile() {
        return file.isPresent();
    }

    /** The first time. Blocks. @throws ConfigurationException if the file can't be used: tokens that were revoked would be good again */
    void load() {
        if (file.isPresent()) {
            try {
                millis = Math.max(configured, read(file.get()));
            } catch (IOException | DateTimeException e) {
                throw new ConfigurationException(
                        "OCAUTH-0305 The file of openchami.auth.issuers.*.not-before-file can't be used: " + file.get()
                                + " " + fault(e) + ". Cure: write an instant like 2026-11-23T08:00:00Z into it, or nothing");
            }
        }
    }

    /** Once more, while the service runs. Blocks. */
    synchronized void reload() {
        try {
            long before = millis;
            millis = Math.max(configured, read(file.orElseThrow()));
            if (millis != before) {
                LOG.infof("OCAUTH-0306 Tokens issued before %s are refused, by %s",
                        millis == Long.MIN_VALUE ? "any time" : Instant.ofEpochMilli(millis), file.get());
            }
            failing = false;
        } catch (IOException | DateTimeException e) {
            if (!failing) {
                failing = true;
                LOG.warnf(
                        "OCAUTH-0305 %s %s; what it said before still counts. Cure: write an instant like 2026-11-23T08:00:00Z into it, or"
                                + " nothing",
                        file.get(), fault(e));
            }
        }
    }

    private static long read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            // whoever opens a pipe waits for as long as nobody writes into it
            throw new NoSuchFileException(file.toString());
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] read = in.readNBytes(MAX_SIZE + 1);
            if (read.length > MAX_SIZE) {
                throw new DateTimeException("longer than an instant");
            }
            String text = new String(read, StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? Long.MIN_VALUE : Instant.parse(text).toEpochMilli();
        }
    }

    private static String fault(Exception e) {
        return e instanceof IOException ? "can't be read" : "holds no instant";
    }
}
