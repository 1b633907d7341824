package org.openchami.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The pages in {@code docs/}, and the project that they speak of. */
public final class Guide {
    /** Tests run in the folder of their module. */
    static final Path PROJECT = Path.of("..", "..").toAbsolutePath().normalize();

    private Guide() {}

    public static Path file(String page) {
        return PROJECT.resolve("docs").resolve(page);
    }

    public static String page(String page) {
        try {
            return Files.readString(file(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
