package org.openchami.auth.testing.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder (0700) for one server's files (0600): kept where the caller named it, or temporary and gone after it. */
public record Folder(Path path, boolean temporary) {
    public static Folder of(Optional<Path> kept, String prefix) {
        try {
            if (kept.isPresent()) {
                Path path = kept.get().toAbsolutePath();
                Files.createDirectories(path.getParent());
                if (!Files.isDirectory(path)) {
                    Files.createDirectory(path, only("rwx------"));
                }
                return new Folder(path, false);
            }
            return new Folder(Files.createTempDirectory(prefix, only("rwx------")), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** Whole or not at all: written beside it and renamed. */
    public Path write(String name, String content) {
        try {
            Path beside = Files.createTempFile(path, name, ".new", only("rw-------"));
            Files.writeString(beside, content);
            return Files.move(beside, path.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<String> read(String name) {
        try {
            Path file = path.resolve(name);
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines of a log, for a message that says why a server did not start. */
    public String tail(String name, int lines) {
        try {
            List<String> all = new String(Files.readAllBytes(path.resolve(name)), StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "no " + name;
        }
    }

    public void discard() {
        if (!temporary) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<?> only(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
