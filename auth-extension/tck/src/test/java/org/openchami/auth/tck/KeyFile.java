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
            return written(inline.startsWith("-----") || inline.startsWith("{")
                    ? inline
                    : new String(Base64.getDecoder().decode(inline), StandardCharsets.UTF_8));
        }
        return location.startsWith("file:") ? Path.of(URI.create(location)) : written(Content.of(application.get(CLASSES + location)));
    }

    /** A key by itself is a set of one. */
    private static String set(String key) {
        return key.stripLeading().startsWith("{") && !key.contains("\"keys\"") ? "{\"keys\":[" + key + "]}" : key;
    }

    private static Path written(String key) {
        try {
            return Files.writeString(Files.createTempFile(Files.createDirectories(Path.of("target", "keys")), "key", null), set(key))
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
