package org.openchami.it.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import org.openchami.auth.testing.process.Folder;

/**
 * A file as Kubernetes projects it into a volume: a link to {@code ..data/<name>}, where {@code ..data} is a link to the folder of the version that
 * counts. A new version is a new folder, and {@code ..data} changes at one stroke.
 */
final class ProjectedFile {
    private final Folder volume;
    private final String name;
    private int version;

    ProjectedFile(Path volume, String name, String content) {
        this.volume = Folder.of(Optional.of(volume), "");
        this.name = name;
        project(content);
        link(path(), Path.of("..data", name));
    }

    Path path() {
        return volume.resolve(name);
    }

    void project(String content) {
        version++;
        Folder folder = Folder.of(Optional.of(volume.resolve("..version_" + version)), "");
        folder.write(name, content);
        Path beside = volume.resolve("..data_tmp");
        link(beside, folder.path().getFileName());
        try {
            Files.move(beside, volume.resolve("..data"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void link(Path from, Path to) {
        try {
            Files.createSymbolicLink(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
