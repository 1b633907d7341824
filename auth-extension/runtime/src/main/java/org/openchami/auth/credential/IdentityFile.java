package org.openchami.auth.credential;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;

import org.openchami.auth.secret.PrivateFiles;
import org.openchami.auth.secret.Secret;
import org.openchami.auth.secret.SecretFileException;

/**
 * Keeps the identity in a file of mode 0600 in a folder of mode 0700, encrypted if there is a key; one that was written before there was a key is
 * encrypted as soon as it is loaded. A write is whole or not at all: to a new file, forced to disk, then renamed, and the rename forced, too.
 * What could have been read or changed by others is refused.
 */
final class IdentityFile implements IdentityStore {
    private static final int LARGEST = 1 << 20;

    private final Path file;
    private final Path folder;
    private final Path lock;
    private final IdentityText text;
    private final StoreLitter litter;

    IdentityFile(Path file, Optional<Secret> key, Clock clock) {
        this.file = file.toAbsolutePath();
        this.folder = this.file.getParent();
        this.lock = folder.resolve(file.getFileName().toString().replaceFirst("\\.json$", "") + ".lock");
        this.text = new IdentityText(this.file, key);
        this.litter = new StoreLitter(this.file, clock);
    }

    @Override
    public Optional<StoredIdentity> load() {
        try {
            if (!Files.isDirectory(folder)) {
                return Optional.empty();
            }
            PrivateFiles.require(folder);
            sweep();
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            PrivateFiles.require(file);
            byte[] bytes = content(file);
            IdentityText.Content content;
            try {
                content = text.read(bytes, Files.getLastModifiedTime(file).toInstant());
            } catch (StoreException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                return litter.setAside(bytes) ? Optional.empty() : load();
            }
            if (content.toBeEncrypted()) {
                encrypt(bytes, content.identity());
            }
            return Optional.of(content.identity());
        } catch (SecretFileException e) {
            throw new StoreException(e.getMessage());
        } catch (IOException e) {
            throw new StoreException(file + " can't be read: " + e + ". Cure: let this service read it");
        }
    }

    static byte[] content(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(LARGEST);
        }
    }

    /** Whoever holds the lock may be about to save something newer: its save will be encrypted as well. */
    private void encrypt(byte[] plain, StoredIdentity identity) throws IOException {
        holding(tryLock(), () -> {
            if (Arrays.equals(plain, content(file))) {
                save(identity);
            }
        });
    }

    private void sweep() {
        try {
            holding(FileLocks.tryLock(lock), litter::sweep);
        } catch (IOException e) {
            // what was left behind is private, and does no harm
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void holding(Optional<Lock> held, Work work) throws IOException {
        if (held.isPresent()) {
            try {
                work.run();
            } finally {
                held.get().close();
            }
        }
    }

    @Override
    public StoredIdentity create(StoredIdentity identity) {
        return write(identity, next -> {
            Files.createLink(file, next);
            Files.delete(next);
        }) ? identity : load().orElseThrow(() -> new StoreException(file + " came and went. Cure: start again"));
    }

    @Override
    public void save(StoredIdentity identity) {
        write(identity, next -> Files.move(next, file, StandardCopyOption.ATOMIC_MOVE));
    }

    @Override
    public void clear() {
        try {
            if (Files.deleteIfExists(file)) {
                force();
            }
        } catch (IOException e) {
            throw new StoreException(file + " can't be deleted: " + e + ". Cure: let this service write to " + folder);
        }
    }

    @Override
    public Optional<Lock> tryLock() {
        try {
            PrivateFiles.folder(folder);
            return FileLocks.tryLock(lock);
        } catch (SecretFileException e) {
            throw new StoreException(e.getMessage());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** How a whole new file takes its place. */
    private interface Place {
        void put(Path next) throws IOException;
    }

    private boolean write(StoredIdentity identity, Place place) {
        Path next = null;
        try {
            PrivateFiles.folder(folder);
            next = PrivateFiles.write(folder, text.write(identity));
            place.put(next);
            force();
            return true;
        } catch (FileAlreadyExistsException e) {
            PrivateFiles.discard(next);
            if (next == null) {
                throw unwritable(e);
            }
            return false;
        } catch (SecretFileException e) {
            throw new StoreException(e.getMessage());
        } catch (IOException | UnsupportedOperationException e) {
            PrivateFiles.discard(next);
            throw unwritable(e);
        }
    }

    private void force() throws IOException {
        try (FileChannel entries = FileChannel.open(folder)) {
            entries.force(true);
        }
    }

    private StoreException unwritable(Exception e) {
        return new StoreException("the identity can't be stored in " + folder + ": " + e
                + ". Cure: give openchami.auth.store.directory a folder that this service may write, with room on its disk");
    }
}
