package org.openchami.auth.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The public key of an application of the TCK, as a file. */
final class KeyFile {
    private static final String CLASSES = "/WEB-INF/classes";

    private KeyFile() {}

    /**
     * @param inline the key itself (PEM, JWK, JWK set, or one of the latter two in base64), or null
     * @param location of the key where it isn't inline: a file URL, or a resource of the application
     */
    static Path of(String inline, String location, WebArchive application) {
        if (inline != null) {
            return written(plain(inline.strip()));
        }
        return location.startsWith("file:") ? Path.of(URI.create(location)) : written(Content.of(application.get(CLASSES + location)));
    }

    private static String plain(String key) {
        return key.startsWith("{") || key.startsWith("-----") ? key : new String(Base64.getDecoder().decode(key), StandardCharsets.UTF_8);
    }

    private static Path written(String key) {
        try {
            return Files.writeString(Files.createTempFile(Files.createDirectories(Path.of("target", "keys")), "key", null), key)
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
