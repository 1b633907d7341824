package org.openchami.auth.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.openchami.auth.config.Settings;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/**
 * Keeps the identity in a file of mode 0600 in a folder of mode 0700. A write is whole or not at all: to a new file, forced to disk, then
 * renamed. What can't be read, or could have been read by others, is refused and never overwritten. All of it blocks.
 */
@Singleton
public class IdentityStore {
    private static final int SCHEMA = 1;
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    private final Path file;

    @Inject
    IdentityStore(Settings settings) {
        this(settings.store().resolve(settings.service() + ".json"));
    }

    IdentityStore(Path file) {
        this.file = file;
    }

    public Optional<StoredIdentity> load() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            Set<PosixFilePermission> found = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            found.retainAll(OTHERS);
            if (!found.isEmpty()) {
                throw new StoreException(file + " can be read by others. Cure: chmod 600 " + file);
            }
            JsonObject json = new JsonObject(Files.readString(file));
            if (json.getInteger("schema", 0) != SCHEMA) {
                throw new StoreException(
                        file + " has another schema than " + SCHEMA + ". Cure: use the version that wrote it, or move it away");
            }
            return Optional.of(new StoredIdentity(json.getString("client_id"), SigningKey.of(json.getJsonObject("key").getMap()),
                    Optional.ofNullable(json.getString("registered"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DecodeException | IllegalArgumentException | NullPointerException | ClassCastException e) {
            throw new StoreException(file + " is damaged. Cure: restore it, or move it away and let the service register its key anew");
        }
    }

    public void save(StoredIdentity identity) {
        JsonObject json = new JsonObject().put("schema", SCHEMA).put("client_id", identity.clientId())
                .put("key", new JsonObject(identity.key().privateJwk().reveal())).put("registered", identity.registered().orElse(null));
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.createDirectories(file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(json.encodePrettily().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel folder = FileChannel.open(file.getParent())) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new StoreException("the identity can't be stored in " + file.getParent() + ": " + e
                    + ". Cure: give openchami.auth.store.directory a folder that this service may write");
        }
    }
}
