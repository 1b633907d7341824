package org.openchami.auth.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders as an operator would make them. */
public final class FileOf {

    private FileOf() {}

    /** A file that is its owner's alone. */
    public static Path secret(Path path, String content) {
        return secret(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A file that is its owner's alone. */
    public static Path secret(Path path, byte[] content) {
        try {
            return mode(Files.write(path, content), "rw-------");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path mode(Path path, String mode) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
}
