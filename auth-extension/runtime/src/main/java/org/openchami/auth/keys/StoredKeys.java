package org.openchami.auth.keys;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jboss.logging.Logger;
import org.openchami.auth.authority.AuthorityClient;
import org.openchami.auth.config.Issuer;
import org.openchami.auth.config.Settings;
import org.openchami.auth.secret.Json;
import org.openchami.auth.secret.PrivateFiles;
import org.openchami.auth.secret.SecretFileException;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/**
 * The last good key set of one address in a file, for a start while that address can't be read. Nothing secret is in it, but whoever could write
 * it could sign tokens: what is open to others is not used. A failure costs the file and nothing else; all of it blocks.
 */
final class StoredKeys {
    private static final Logger LOG = Logger.getLogger(StoredKeys.class);
    /** How many times in the stale window the file is written again though nothing changed, so that its age stays true. */
    private static final int TIMES = 24;
    /** Any set that was read is shorter, blanks and all. */
    private static final int LARGEST = 4 * AuthorityClient.MAX_BODY;

    private final Path file;
    private final String url;
    private final Duration stale;
    private final Clock clock;
    private final JwksReader reader;
    private volatile KeySet stored;
    private volatile boolean failing;

    /** @param url where the set comes from; another address's set is none of ours */
    StoredKeys(Path file, String url, Duration stale, Clock clock, JwksReader reader) {
        this.file = file;
        this.url = url;
        this.stale = stale;
        this.clock = clock;
        this.reader = reader;
    }

    /** Where the keys of this issuer are kept. */
    static Path file(Settings settings, Issuer issuer) {
        String name = issuer.name().equals(Issuer.MAIN) ? "" : "-" + URLEncoder.encode(issuer.name(), StandardCharsets.UTF_8);
        return settings.store().directory().resolve(settings.service() + "-keys" + name + ".json");
    }

    /** Empty if there is none, or none that can be used; says why. */
    Optional<KeySet> load() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            PrivateFiles.require(file.getParent());
            PrivateFiles.require(file);
            JsonObject json = Json.object(text());
            if (!url.equals(json.getString("url"))) {
                return Optional.empty();
            }
            KeySet set = reader.read(json, Instant.parse(json.getString("read_at")), KeySet.NONE).set();
            if (set.isEmpty()) {
                throw new DecodeException("no key");
            }
            Optional<String> fault = fault(set.readAt());
            fault.ifPresent(why -> LOG.warnf("OCAUTH-0104 The stored keys are not used: %s %s", file, why));
            if (fault.isPresent()) {
                return Optional.empty();
            }
            stored = set;
            return Optional.of(set);
        } catch (SecretFileException e) {
            LOG.warnf("OCAUTH-0104 The stored keys are not used: %s", e.getMessage());
        } catch (IOException e) {
            LOG.warnf("OCAUTH-0104 The stored keys can't be read: %s. Cure: let this service read %s", e.getClass().getSimpleName(), file);
        } catch (DecodeException | DateTimeException | NullPointerException | ClassCastException e) {
            LOG.warnf("OCAUTH-0104 The stored keys are not used: %s is damaged. Cure: none needed, the next good set replaces it", file);
        }
        return Optional.empty();
    }

    private String text() throws IOException {
        if (!Files.isRegularFile(file)) {
            // whoever opens a pipe waits for its other end
            throw new DecodeException("no file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new DecodeException("too long");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private Optional<String> fault(Instant readAt) {
        Instant now = clock.instant();
        if (readAt.isAfter(now)) {
            return Optional.of("was written at " + readAt + ", which is yet to come. Cure: set the clock by NTP");
        }
        return readAt.plus(stale).isAfter(now)
                ? Optional.empty()
                : Optional.of("is from " + readAt + ", longer ago than openchami.auth.keys.stale. Cure: see that the authority can be"
                        + " reached, or lengthen that time");
    }

    /** Whether the file lacks something that this set has: keys, or youth. */
    boolean lacks(KeySet set) {
        KeySet last = stored;
        return last == null || !last.jwks().equals(set.jwks()) || last.readAt().isAfter(set.readAt())
                || !last.readAt().plus(stale.dividedBy(TIMES)).isAfter(set.readAt());
    }

    void save(KeySet set) {
        String text = Json.pretty(new JsonObject().put("url", url).put("read_at", set.readAt().toString()).put("keys", set.jwks()));
        Path folder = file.getParent();
        Path next = null;
        try {
            PrivateFiles.folder(folder);
            next = PrivateFiles.write(folder, text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel entries = FileChannel.open(folder)) {
                entries.force(true);
            }
            stored = set;
            failing = false;
        } catch (IOException | UnsupportedOperationException | SecretFileException e) {
            PrivateFiles.discard(next);
            if (!failing) {
                failing = true;
                LOG.warnf("OCAUTH-0104 The keys can't be kept in %s: %s. Cure: let this service write there, or set"
                        + " openchami.auth.keys.on-disk=false", file, e instanceof SecretFileException ? e.getMessage() : e);
            }
        }
    }
}
