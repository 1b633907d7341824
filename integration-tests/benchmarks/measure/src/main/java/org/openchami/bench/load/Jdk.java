package org.openchami.bench.load;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A JDK that servers run on.
 *
 * @param version as it says itself, for example {@code 17.0.15}
 */
public record Jdk(String version, Path home) {
    public static Jdk at(Path home) {
        Properties release = new Properties();
        try (Reader file = Files.newBufferedReader(home.resolve("release"))) {
            release.load(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(home + " is no JDK");
        }
        return new Jdk(release.getProperty("JAVA_VERSION", "unknown").replace("\"", ""), home);
    }

    /** The one that this process runs on. */
    public static Jdk own() {
        return new Jdk(Runtime.version().toString().replaceFirst("[+-].*", ""), Path.of(System.getProperty("java.home")));
    }

    public String feature() {
        return version.replaceFirst("[^0-9].*", "");
    }

    public Path java() {
        return home.resolve("bin").resolve("java");
    }

    @Override
    public String toString() {
        return "JDK " + feature();
    }
}
