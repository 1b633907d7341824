package org.openchami.auth.credential;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/**
 * Keeps the identity in a file of mode 0600 in a folder of mode 0700. A write is whole or not at all: to a new file, forced to disk, then
 * renamed. What can't be read, or could have been read by others, is refused and never overwritten. All of it blocks.
 */
public class IdentityStore {
    private static final int SCHEMA = 1;

    private final Path file;

    public IdentityStore(Path file) {
        this.file = file;
    }

    public Optional<StoredIdentity> load() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            PrivateFiles.require(file.getParent());
            PrivateFiles.require(file);
            JsonObject json = new JsonObject(Files.readString(file));
            if (json.getInteger("schema", 0) != SCHEMA) {
                throw new StoreException(
                        file + " has another schema than " + SCHEMA + ". Cure: use the version that wrote it, or move it away");
            }
            return Optional.of(new StoredIdentity(Objects.requireNonNull(json.getString("client_id")),
                    SigningKey.of(json.getJsonObject("key").getMap()),
                    Optional.ofNullable(json.getString("registered"))));
        } catch (CharacterCodingException | DecodeException | IllegalArgumentException | NullPointerException | ClassCastException e) {
            throw new StoreException(file + " is damaged. Cure: restore it, or move it away and let the service register its key anew");
        } catch (IOException e) {
            throw new StoreException(file + " can't be read: " + e + ". Cure: let this service read it");
        }
    }

    /** Stores the first identity. If another process was quicker, its identity is ours, too: it is what comes back. */
    public StoredIdentity create(StoredIdentity identity) {
        return write(identity, next -> {
            Files.createLink(file, next);
            Files.delete(next);
        }) ? identity : load().orElseThrow(() -> new StoreException(file + " came and went. Cure: start again"));
    }

    /** Replaces what is stored. */
    public void save(StoredIdentity identity) {
        write(identity, next -> Files.move(next, file, StandardCopyOption.ATOMIC_MOVE));
    }

    /** How a whole new file takes its place. */
    private interface Place {
        void put(Path next) throws IOException;
    }

    private boolean write(StoredIdentity identity, Place place) {
        JsonObject json = new JsonObject().put("schema", SCHEMA).put("client_id", identity.clientId())
                .put("key", new JsonObject(identity.key().privateJwk().reveal())).put("registered", identity.registered().orElse(null));
        Path folder = file.getParent();
        Path next = null;
        try {
            PrivateFiles.folder(folder);
            next = PrivateFiles.write(folder, json.encodePrettily());
            if (!placed(place, next)) {
                PrivateFiles.discard(next);
                return false;
            }
            try (FileChannel entries = FileChannel.open(folder)) {
                entries.force(true);
            }
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            PrivateFiles.discard(next);
            throw new StoreException("the identity can't be stored in " + folder + ": " + e
                    + ". Cure: give openchami.auth.store.directory a folder that this service may write");
        }
    }

    private static boolean placed(Place place, Path next) throws IOException {
        try {
            place.put(next);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }
}
